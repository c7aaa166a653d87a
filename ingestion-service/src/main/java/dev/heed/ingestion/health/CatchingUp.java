package dev.heed.ingestion.health;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.mention.Mentions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how far an account that was resumed has come with what was said in the pause. */
@ApplicationScoped
class CatchingUp {

    private final Mentions mentions;

    CatchingUp(Mentions mentions) {
        this.mentions = mentions;
    }

    /** Empty where all of it was heard, or there was no pause. */
    Uni<Optional<String>> of(Account account) {
        Instant resumed = account.resumedAt();
        return resumed == null || !account.isCatchingUp()
                ? Uni.createFrom().item(Optional.empty())
                : mentions.heardSince(account.id(), resumed)
                        .map(heard -> Optional.of(line(resumed, account.lastPolledAt(), heard)));
    }

    /** Walks go from the newest back, so what was heard last is the oldest. */
    private static String line(Instant resumed, @Nullable Instant until, Mentions.Heard heard) {
        return "Catching up since %s%s: %d heard so far%s."
                .formatted(
                        at(resumed),
                        until == null ? "" : " with what was said from " + at(until) + " on",
                        heard.count(),
                        heard.oldest()
                                .map(oldest -> ", from the newest back to " + at(oldest))
                                .orElse(""));
    }

    private static String at(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
