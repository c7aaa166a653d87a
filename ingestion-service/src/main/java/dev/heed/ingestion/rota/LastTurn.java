package dev.heed.ingestion.rota;

import dev.heed.ingestion.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a source's last turn went.
 *
 * @param ended a word, as in metrics
 * @param detail in words, where it did not go well
 * @param lastHeardAt when something new was last heard there
 * @param every how long the pause after it is
 */
public record LastTurn(
        SourceKey source,
        AccountId account,
        Instant endedAt,
        String ended,
        @Nullable String detail,
        @Nullable Instant lastHeardAt,
        Instant nextAt,
        Duration every) {

    /** What is worth telling of an end; null where all is well. */
    static @Nullable String detail(TurnEnd end) {
        return switch (end) {
            case TurnEnd.Complete(var _), TurnEnd.Standby(), TurnEnd.Overtaken() -> null;
            case TurnEnd.Waiting(Instant until) -> "a limit or a budget is spent until " + until;
            case TurnEnd.Refused(var refusal, String detail) ->
                "X refuses it: " + refusal.name().toLowerCase(Locale.ROOT) + ", " + detail;
            case TurnEnd.Broken(String cause) -> cause;
        };
    }
}
