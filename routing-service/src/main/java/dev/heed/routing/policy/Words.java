package dev.heed.routing.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as words that can be compared: without case, accents, apostrophes, links and @names.
 *
 * @param tokens the words in order, each of letters and digits only
 * @param bare the text without links and @names, otherwise as written
 */
record Words(List<String> tokens, String bare) {

    private static final Pattern LINKS_AND_NAMES = Pattern.compile("https?://\\S+|@\\w+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Words of(String text) {
        String bare = LINKS_AND_NAMES.matcher(text).replaceAll(" ");
        return new Words(tokensOf(bare), bare);
    }

    /** The words of a text or of a policy's phrase: both go the same way, or they would never meet. */
    static List<String> tokensOf(String text) {
        String straight = APOSTROPHES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        String plain = MARKS.matcher(Normalizer.normalize(straight, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss");
        return NOT_WORD.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
}
