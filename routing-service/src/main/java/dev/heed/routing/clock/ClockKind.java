package dev.heed.routing.clock;

import java.util.Arrays;

/** What a clock waits for. */
public enum ClockKind {
    /** That somebody takes the ticket, or answers. */
    ACKNOWLEDGE("acknowledge"),
    /** The first public answer on the ticket. */
    FIRST_RESPONSE("first_response"),
    /** An answer to what the customer wrote after an answer. */
    NEXT_RESPONSE("next_response");

    private final String word;

    ClockKind(String word) {
        this.word = word;
    }

    /** The name in tables and in the API. */
    public String word() {
        return word;
    }

    /** The kind of that name. */
    public static ClockKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no clock is called " + word));
    }
}
