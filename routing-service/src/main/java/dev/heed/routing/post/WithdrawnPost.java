package dev.heed.routing.post;

import java.time.Instant;

/**
 * A post that X does not show any longer: what its author wrote is to be erased, wherever it stands.
 *
 * @param id of any version
 * @param firstId of the first version, as far as known
 * @param reason deleted, protected, suspended, withheld or unavailable
 * @param at when it became known
 */
public record WithdrawnPost(String id, String firstId, String reason, Instant at) {

    /** Why, in words. */
    public String words() {
        return words(reason);
    }

    /** A reason in words. */
    public static String words(String reason) {
        return switch (reason) {
            case "deleted" -> "withdrawn by its author";
            case "protected" -> "withdrawn by its author: their posts are protected";
            case "suspended" -> "its author is suspended";
            case "withheld" -> "withheld by X";
            default -> "not shown by X any longer";
        };
    }
}
