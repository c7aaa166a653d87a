package dev.heed.ingestion.cursor;

import dev.heed.x.Refusal;
import java.time.Instant;

/** How a walk ended. */
sealed interface WalkEnd {

    /** Every page is committed and the cursor with it. {@code heard} counts the mentions that were new. */
    record Complete(int heard) implements WalkEnd {}

    /** Another process polls this account. */
    record Standby() implements WalkEnd {}

    /** Another process took the account over meanwhile: what was not committed then, never was. */
    record Overtaken() implements WalkEnd {}

    /** X said: not before {@code until}. */
    record Waiting(Instant until) implements WalkEnd {}

    /** X does not let us listen. */
    record Refused(Refusal refusal, String detail) implements WalkEnd {}

    /** X did not answer, or the database did not. */
    record Broken(String cause) implements WalkEnd {}

    /** A word for metrics. */
    default String word() {
        return switch (this) {
            case Complete(var _) -> "complete";
            case Standby() -> "standby";
            case Overtaken() -> "overtaken";
            case Waiting(var _) -> "limited";
            case Refused(var _, var _) -> "refused";
            case Broken(var _) -> "broken";
        };
    }
}
