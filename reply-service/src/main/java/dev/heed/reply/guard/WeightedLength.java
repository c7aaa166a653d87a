package dev.heed.reply.guard;

import com.twitter.twittertext.TwitterTextParser;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a text as X counts it: in NFC, most of Latin 1, everything else 2, a link 23, an emoji 2 however many
 * code points it is made of.
 *
 * <p>X's own library knows emoji up to 2021 only and would count a newer sequence piece by piece; so every emoji
 * cluster that the JDK's Unicode data knows is counted as one emoji. A mention at the start counts when it is written
 * in the text: free is only the one that X itself puts in front of a reply, and that one is never part of our text.
 */
final class WeightedLength {
    static final int MOST = 280;

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final String ANY_EMOJI = "\uD83D\uDE00";
    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private WeightedLength() {}

    static int of(String text) {
        String plain = CLUSTER.matcher(text).replaceAll(WeightedLength::withoutNewEmoji);
        return TwitterTextParser.parseTweet(plain).weightedLength;
    }

    private static String withoutNewEmoji(MatchResult cluster) {
        String text = cluster.group();
        return Matcher.quoteReplacement(isComposedEmoji(text) ? ANY_EMOJI : text);
    }

    private static boolean isComposedEmoji(String cluster) {
        if (cluster.codePointCount(0, cluster.length()) < 2) {
            return false;
        }
        int first = cluster.codePointAt(0);
        boolean marked = cluster.codePoints()
                .skip(1)
                .anyMatch(point ->
                        point == EMOJI_PRESENTATION || point == ZERO_WIDTH_JOINER || Character.isEmojiModifier(point));
        return Character.isEmoji(first) && marked;
    }
}
