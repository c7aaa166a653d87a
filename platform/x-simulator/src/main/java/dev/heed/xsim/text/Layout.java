package dev.heed.xsim.text;

import com.twitter.twittertext.Extractor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text being set: what is laid out so far, its length in code points, and what stands where. */
final class Layout {

    private static final Extractor EXTRACTOR = new Extractor();

    private final StringBuilder out = new StringBuilder();
    private final List<Spot> spots = new ArrayList<>();
    private final ShortLinks links;
    private int points;
    private int linked;

    Layout(ShortLinks links) {
        this.links = links;
    }

    /** Lays out the first {@code end} characters, which must not end within a link. Names and tags that are cut are none. */
    void text(String written, int end) {
        int[] places = new int[end + 1];
        int from = 0;
        for (Extractor.Entity url : Links.in(written)) {
            if (url.getEnd() <= end) {
                escape(written, from, url.getStart(), places);
                places[url.getStart()] = points;
                link(ShortLinks.expanded(url.getValue()), ShortLinks.display(url.getValue()), null);
                from = url.getEnd();
            }
        }
        escape(written, from, end, places);
        places[end] = points;
        names(written, end, places);
        spots.sort(Comparator.comparingInt(Spot::start));
    }

    /** Lays out a character or two that X adds. */
    void add(String between) {
        out.append(between);
        points += between.codePointCount(0, between.length());
    }

    void link(String expanded, String display, @Nullable String mediaKey) {
        String url = links.link(linked++);
        spots.add(new Spot.Link(points, points + url.length(), url, expanded, display, mediaKey));
        add(url);
    }

    int length() {
        return points;
    }

    boolean isEmpty() {
        return points == 0;
    }

    String text() {
        return out.toString();
    }

    List<Spot> spots() {
        return List.copyOf(spots);
    }

    private void escape(String written, int from, int to, int[] places) {
        int i = plain(written, from, to, places);
        while (i < to) {
            int point = written.codePointAt(i);
            int width = Character.charCount(point);
            for (int j = i; j < Math.min(i + width, places.length); j++) {
                places[j] = points;
            }
            switch (point) {
                case '&' -> add("&amp;");
                case '<' -> add("&lt;");
                case '>' -> add("&gt;");
                default -> {
                    out.appendCodePoint(point);
                    points++;
                }
            }
            i += width;
        }
    }

    /** Lays out what stands for itself, one character by one code point, and tells where that ends. */
    private int plain(String written, int from, int to, int[] places) {
        int i = from;
        while (i < to && "&<>".indexOf(written.charAt(i)) < 0 && !Character.isSurrogate(written.charAt(i))) {
            places[i++] = points++;
        }
        out.append(written, from, i);
        return i;
    }

    private void names(String written, int end, int[] places) {
        for (Spot.Mention name : Names.in(written)) {
            if (name.end() <= end) {
                spots.add(new Spot.Mention(places[name.start()], places[name.end()], name.username()));
            }
        }
        for (Extractor.Entity tag : EXTRACTOR.extractHashtagsWithIndices(written)) {
            if (tag.getEnd() <= end) {
                spots.add(new Spot.Hashtag(places[tag.getStart()], places[tag.getEnd()], tag.getValue()));
            }
        }
        for (Extractor.Entity tag : EXTRACTOR.extractCashtagsWithIndices(written)) {
            if (tag.getEnd() <= end) {
                spots.add(new Spot.Cashtag(places[tag.getStart()], places[tag.getEnd()], tag.getValue()));
            }
        }
    }
}
