package dev.heed.x.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** X's operators of recent search: {@code name:value}. Those that do not stand alone only narrow others. */
enum Operator {
    FROM(true, Form.USER),
    TO(true, Form.USER),
    RETWEETS_OF(true, Form.USER),
    URL(true, Form.TEXT),
    CONVERSATION_ID(true, Form.ID),
    IN_REPLY_TO_TWEET_ID(true, Form.ID, "in_reply_to_status_id"),
    QUOTES_OF_TWEET_ID(true, Form.ID, "quotes_of_status_id"),
    RETWEETS_OF_TWEET_ID(true, Form.ID, "retweets_of_status_id"),
    LIST(true, Form.ID),
    CONTEXT(true, Form.CONTEXT),
    ENTITY(true, Form.TEXT),
    PLACE(true, Form.TEXT),
    PLACE_COUNTRY(true, Form.COUNTRY),
    POINT_RADIUS(true, Form.CIRCLE),
    BOUNDING_BOX(true, Form.BOX, "geo_bounding_box"),
    LANG(false, Form.LANGUAGE),
    IS(false, Form.IS),
    HAS(false, Form.HAS);

    /** What a value looks like. */
    enum Form {
        USER("@?[A-Za-z0-9_]{1,50}", "a handle or a user id"),
        ID("[0-9]{1,19}", "an id of up to 19 digits"),
        TEXT("[^\"\\p{Cntrl}]{1,400}", "a text, in quotation marks if it is more than one word"),
        CONTEXT("[0-9*]{1,19}\\.[0-9*]{1,19}", "a domain and an entity, such as 10.799022225751871488"),
        COUNTRY("[A-Za-z]{2}", "a country code of two letters, such as GB"),
        CIRCLE(
                "\\[-?[0-9]{1,3}(\\.[0-9]+)? -?[0-9]{1,2}(\\.[0-9]+)? [0-9]{1,2}(\\.[0-9]+)?(mi|km)]",
                "[longitude latitude radius], such as [2.355128 48.861118 16km]"),
        BOX(
                "\\[-?[0-9]{1,3}(\\.[0-9]+)?( -?[0-9]{1,3}(\\.[0-9]+)?){3}]",
                "[west south east north], such as [-105.3 39.9 -105.1 40.1]"),
        LANGUAGE("[A-Za-z]{2,3}(-[A-Za-z]{2,4})?", "a language code, such as en"),
        IS("retweet|reply|quote|verified|nullcast", "retweet, reply, quote, verified or nullcast"),
        HAS(
                "hashtags|cashtags|links|mentions|media|media_link|images|video_link|videos|geo",
                "hashtags, cashtags, links, mentions, media, images, video_link or geo");

        private final Pattern pattern;
        final String words;

        Form(String pattern, String words) {
            this.pattern = Pattern.compile(pattern);
            this.words = words;
        }

        boolean fits(String value) {
            return pattern.matcher(value).matches();
        }

        boolean isText() {
            return this == TEXT;
        }
    }

    /** Those that look for reposts and nothing else. */
    static final Set<Operator> OF_REPOSTS = Set.of(RETWEETS_OF, RETWEETS_OF_TWEET_ID);

    private final boolean alone;
    /** Another name for it; blank where it has none. */
    private final String alias;

    final Form form;

    Operator(boolean alone, Form form) {
        this(alone, form, "");
    }

    Operator(boolean alone, Form form, String alias) {
        this.alone = alone;
        this.form = form;
        this.alias = alias;
    }

    /** By name or alias, whatever the case. */
    static Optional<Operator> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(operator -> operator.written().equals(lower) || operator.alias.equals(lower))
                .findFirst();
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean standsAlone() {
        return alone;
    }
}
