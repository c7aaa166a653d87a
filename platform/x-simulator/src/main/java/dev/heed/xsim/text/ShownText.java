package dev.heed.xsim.text;

import com.twitter.twittertext.Extractor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as X gives it.
 *
 * <p>Links are of t.co, {@code & < >} are HTML entities, links to pictures and quoted posts stand at the end. A text of more than 280
 * weighted characters ends with an ellipsis and a link to the post; its {@code note} is the whole. Places are counted in code points
 * of {@code text}; {@code shownFrom} and {@code shownTo} bound what pages show of it.
 */
public record ShownText(
        String text,
        int shownFrom,
        int shownTo,
        List<Spot> spots,
        @Nullable Note note) {

    private static final String CUT = "\u2026";
    /** What is left of 280 beside an ellipsis (which counts two), a blank and a link. */
    private static final int ROOM = WeightedLength.LIMIT - 26;

    private static final int REPOSTED = 140;

    /** The whole of a long text. */
    public record Note(String text, List<Spot> spots) {}

    /**
     * @param written with the implied mentions in front
     * @param shownFrom how many code points of it are implied mentions
     * @param id of the post
     */
    public static ShownText of(String written, int shownFrom, long id, List<Tail> tails) {
        int hidden = written.offsetByCodePoints(0, shownFrom);
        if (WeightedLength.of(written.substring(hidden)) > WeightedLength.LIMIT) {
            return cut(written, shownFrom, hidden, id);
        }
        Layout layout = new Layout(new ShortLinks(id));
        layout.text(written, written.length());
        int shownTo = layout.length();
        for (Tail tail : tails) {
            layout.add(layout.isEmpty() ? "" : " ");
            layout.link(tail.expanded(), tail.display(), tail.mediaKey());
        }
        return new ShownText(layout.text(), shownFrom, shownTo, layout.spots(), null);
    }

    /** This text as somebody's repost shows it. */
    public ShownText reposted(String username) {
        String prefix = "RT @" + username + ": ";
        String whole = prefix + text;
        List<Spot> moved = new ArrayList<>(List.of(new Spot.Mention(3, 4 + username.length(), username)));
        int length = whole.codePointCount(0, whole.length());
        boolean fits = length <= REPOSTED;
        int end = fits ? length : REPOSTED - 1;
        for (Spot spot : spots) {
            if (spot.end() + prefix.length() <= end) {
                moved.add(spot.moved(prefix.length()));
            }
        }
        String shown = fits ? whole : whole.substring(0, whole.offsetByCodePoints(0, end)) + CUT;
        return new ShownText(shown, 0, fits ? length : REPOSTED, List.copyOf(moved), null);
    }

    private static ShownText cut(String written, int shownFrom, int hidden, long id) {
        Layout whole = new Layout(new ShortLinks(id));
        whole.text(written, written.length());
        Layout part = new Layout(new ShortLinks(id));
        part.text(written, end(written, hidden));
        part.add(CUT + " ");
        part.link("https://x.com/i/web/status/" + id, ShortLinks.display("https://x.com/i/web/status/" + id), null);
        return new ShownText(
                part.text(), shownFrom, part.length(), part.spots(), new Note(whole.text(), whole.spots()));
    }

    /** Where to cut: as late as the limit lets, not within a character, a link or a blank. */
    private static int end(String written, int hidden) {
        int low = 0;
        int high = written.codePointCount(hidden, written.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            int end = written.offsetByCodePoints(hidden, middle);
            if (WeightedLength.of(written.substring(hidden, end)) <= ROOM) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int end = written.offsetByCodePoints(hidden, low);
        for (Extractor.Entity url : Links.in(written)) {
            if (url.getStart() < end && end < url.getEnd()) {
                end = url.getStart();
            }
        }
        while (end > hidden && Character.isWhitespace(written.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
