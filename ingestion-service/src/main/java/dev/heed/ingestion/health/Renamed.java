package dev.heed.ingestion.health;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.account.Renaming;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Says for a week that an account goes by another handle: links, pages and watches may still name the former one. */
@ApplicationScoped
class Renamed {

    private static final Duration NEWS = Duration.ofDays(7);

    private final Accounts accounts;
    private final Clock clock;

    Renamed(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Uni<Optional<String>> of(AccountId account) {
        return accounts.renamed(account, clock.instant().minus(NEWS)).map(found -> found.map(Renamed::line));
    }

    private static String line(Renaming renaming) {
        return "On X @%s is @%s since %s: whoever still names @%s names somebody else, or nobody."
                .formatted(
                        renaming.from(), renaming.to(), renaming.at().truncatedTo(ChronoUnit.SECONDS), renaming.from());
    }
}
