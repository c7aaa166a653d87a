package dev.heed.ingestion.rota;

import dev.heed.x.Refusal;
import java.time.Instant;

/** How a turn ended. */
public sealed interface TurnEnd {

    /** All of it is committed, and the cursor with it. {@code heard} counts the mentions that were new. */
    record Complete(int heard) implements TurnEnd {}

    /** Another process has this source. */
    record Standby() implements TurnEnd {}

    /** Another process took the source over, or nobody is to listen to it now: what was not committed then, never was. */
    record Overtaken() implements TurnEnd {}

    /** X said: not before {@code until}. */
    record Waiting(Instant until) implements TurnEnd {}

    /** X does not let us listen. */
    record Refused(Refusal refusal, String detail) implements TurnEnd {}

    /** X did not answer, or the database did not. */
    record Broken(String cause) implements TurnEnd {}

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
