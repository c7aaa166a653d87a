package dev.heed.xsim.search;

import java.util.List;
import java.util.Locale;

/** A query, or a part of one, as a tree. */
sealed interface Clause {

    /** All of these. */
    record All(List<Clause> parts) implements Clause {}

    /** One of these. */
    record Any(List<Clause> parts) implements Clause {}

    record Not(Clause part) implements Clause {}

    /** Words that stand in this order. One word is a phrase of one. */
    record Words(List<String> words) implements Clause {}

    /** A mention, a hashtag or a cashtag: {@code sign} is its first character. */
    record Tag(char sign, String name) implements Clause {}

    /** {@code name:value}, such as {@code from:acme}. */
    record Operator(Name name, String value) implements Clause {}

    /** The operators that the simulator has; those that cannot stand alone only narrow others. */
    enum Name {
        FROM(true),
        TO(true),
        CONVERSATION_ID(true),
        IN_REPLY_TO_TWEET_ID(true),
        QUOTES_OF_TWEET_ID(true),
        URL(true),
        IS(false),
        HAS(false),
        LANG(false);

        private final boolean alone;

        Name(boolean alone) {
            this.alone = alone;
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether X takes this as something to look for, not only as something to narrow by. */
    default boolean standsAlone() {
        return switch (this) {
            case All all -> all.parts.stream().anyMatch(Clause::standsAlone);
            case Any any -> any.parts.stream().allMatch(Clause::standsAlone);
            case Not not -> false;
            case Words words -> true;
            case Tag tag -> true;
            case Operator operator -> operator.name.alone;
        };
    }
}
