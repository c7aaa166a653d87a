package dev.heed.reply.timeline;

import com.twitter.twittertext.Extractor;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares a text as we sent it with a text as X shows it.
 *
 * <p>X escapes {@code & < >} as HTML entities, puts the mentions of the answered thread in front of a reply, replaces
 * every link by one of t.co, composes characters (NFC) and trims white space.
 */
final class PostedText {
    private static final Pattern LEADING_MENTIONS = Pattern.compile("^(?:\\s*[@\\uFF20]\\w{1,20}(?![\\w@]))+");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final String LINK = "\uE000";

    private PostedText() {}

    /** Whether X may show the text that we sent in this form. */
    static boolean isShownAs(String sent, String shown) {
        String wanted = essence(sent);
        return wanted.equals(essence(unescaped(shown))) || wanted.equals(essence(shown));
    }

    private static String essence(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String own = LEADING_MENTIONS.matcher(composed).replaceFirst("");
        return WHITE_SPACE.matcher(withoutLinks(own)).replaceAll(" ").strip();
    }

    private static String withoutLinks(String text) {
        StringBuilder plain = new StringBuilder(text);
        List<Extractor.Entity> links = new Extractor().extractURLsWithIndices(text);
        links.stream()
                .sorted(Comparator.comparing(Extractor.Entity::getStart).reversed())
                .forEach(link -> plain.replace(link.getStart(), link.getEnd(), LINK));
        return plain.toString();
    }

    private static String unescaped(String shown) {
        return shown.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
