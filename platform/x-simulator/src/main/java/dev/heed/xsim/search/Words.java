package dev.heed.xsim.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text as search sees them: letters, digits and underscores, whatever their case. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|[\\p{So}\\p{Sk}]");

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    static boolean hold(String text, List<String> phrase) {
        // Most texts do not have the first word at all, and looking for it costs a fraction of taking a text apart.
        if (phrase.isEmpty() || !text.toLowerCase(Locale.ROOT).contains(phrase.getFirst())) {
            return false;
        }
        return Collections.indexOfSubList(of(text), phrase) >= 0;
    }
}
