package dev.heed.ingestion.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The handles that a text names: an @ that no word and no other @ ends in, and up to 50 letters, digits and underscores.
 *
 * <p>By hand: a pattern that looks behind itself at every letter was a twentieth of what a mention costs.
 */
final class Handles {

    private static final int LONGEST = 50;

    private Handles() {}

    /** In the order of the text, in lower case. */
    static List<String> in(String text) {
        List<String> handles = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int end = at + 1;
            while (end < text.length() && end - at <= LONGEST && isWord(text.charAt(end))) {
                end++;
            }
            boolean begins = at == 0 || (!isWord(text.charAt(at - 1)) && text.charAt(at - 1) != '@');
            if (begins && end > at + 1) {
                handles.add(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
            }
        }
        return handles;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
