package dev.heed.xsim.text;

import com.twitter.twittertext.Extractor;
import java.util.List;

/**
 * Finds the links in a text.
 *
 * <p>Looking for them with twitter-text takes a tenth of a millisecond of a usual post, which is most of what serving a post would cost.
 * A link has a top-level domain right behind a dot, and each of those begins with a letter: where no dot has one behind it, there is none.
 */
public final class Links {

    private static final Extractor EXTRACTOR = new Extractor();

    private Links() {}

    public static List<Extractor.Entity> in(String text) {
        return possible(text) ? EXTRACTOR.extractURLsWithIndices(text) : List.of();
    }

    public static boolean any(String text) {
        return !in(text).isEmpty();
    }

    private static boolean possible(String text) {
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (dot + 1 < text.length() && Character.isLetter(text.codePointAt(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
