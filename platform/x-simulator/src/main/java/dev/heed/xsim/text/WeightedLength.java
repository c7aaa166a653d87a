package dev.heed.xsim.text;

import com.twitter.twittertext.Extractor;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a text as X counts it: at most 280.
 *
 * <p>The text is taken in NFC. A URL counts 23, an emoji 2 however many code points it is made of, most Latin, Greek, Cyrillic, Arabic
 * and Hebrew characters 1, everything else 2. The weights are those of twitter-text's configuration 3; emoji are recognised by the
 * JDK's Unicode tables, since those of twitter-text end with the year 2021.
 */
public final class WeightedLength {

    public static final int LIMIT = 280;
    private static final int URL = 23;
    private static final char FIRST_COMBINING = '\u0300';
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern EMOJI = Pattern.compile(
            "\\p{IsEmoji_Presentation}|\\p{IsEmoji}\\x{FE0F}|\\p{IsEmoji}\\p{IsEmoji_Modifier}|[0-9#*]\\x{FE0F}?\\x{20E3}");

    private WeightedLength() {}

    public static int of(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int length = 0;
        int start = 0;
        for (Extractor.Entity url : Links.in(normal)) {
            length += plain(normal.substring(start, url.getStart())) + URL;
            start = url.getEnd();
        }
        return length + plain(normal.substring(start));
    }

    private static int plain(String text) {
        if (isLatin(text)) {
            return text.length();
        }
        int length = 0;
        Matcher graphemes = GRAPHEME.matcher(text);
        while (graphemes.find()) {
            String grapheme = graphemes.group();
            length += EMOJI.matcher(grapheme).find()
                    ? 2
                    : grapheme.codePoints().map(WeightedLength::weight).sum();
        }
        return length;
    }

    /** Whether every character counts 1 and stands for itself, so that nothing has to be taken apart. */
    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    private static int weight(int codePoint) {
        boolean light = codePoint <= 4351
                || (8192 <= codePoint && codePoint <= 8205)
                || (8208 <= codePoint && codePoint <= 8223)
                || (8242 <= codePoint && codePoint <= 8247);
        return light ? 1 : 2;
    }
}
