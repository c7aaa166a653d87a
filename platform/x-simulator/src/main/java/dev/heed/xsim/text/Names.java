package dev.heed.xsim.text;

import com.twitter.twittertext.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds whom a text names, as twitter-text finds it, which goes through the whole text for it: here it is looked at only around the signs
 * that stand before names.
 */
public final class Names {

    /** A name has at most so many characters before its sign that belong to it: a blank of two, {@code RT} and a colon. */
    private static final int BEFORE = 5;

    private Names() {}

    /** The handles, without the sign. */
    public static List<String> of(String text) {
        return in(text).stream().map(Spot.Mention::username).toList();
    }

    /** With their places, in characters of this text. */
    static List<Spot.Mention> in(String text) {
        int sign = sign(text, 0);
        if (sign < 0) {
            return List.of();
        }
        List<Spot.Mention> names = new ArrayList<>();
        Matcher name = Regex.VALID_MENTION_OR_LIST
                .matcher(text)
                .useAnchoringBounds(false)
                .useTransparentBounds(true);
        Matcher spoilt = Regex.INVALID_MENTION_MATCH_END.matcher(text);
        int from = 0;
        while (sign >= 0
                && name.region(Math.max(from, sign - BEFORE), text.length()).find()) {
            from = name.end();
            boolean list = name.group(Regex.VALID_MENTION_OR_LIST_GROUP_LIST) != null;
            if (!list && !spoilt.region(from, text.length()).lookingAt()) {
                int group = Regex.VALID_MENTION_OR_LIST_GROUP_USERNAME;
                names.add(new Spot.Mention(name.start(group) - 1, name.end(group), name.group(group)));
            }
            sign = sign(text, from);
        }
        return names;
    }

    private static int sign(String text, int from) {
        int sign = text.indexOf('@', from);
        int wide = text.indexOf('\uff20', from);
        return sign < 0 || (wide >= 0 && wide < sign) ? wide : sign;
    }
}
