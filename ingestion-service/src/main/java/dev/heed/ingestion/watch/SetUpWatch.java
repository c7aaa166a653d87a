package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.watch.Watches.Listed;
import dev.heed.messaging.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets a watch up, once X has taken its query. */
@ApplicationScoped
class SetUpWatch {

    /** X's search looks back no further. */
    private static final Duration BACK = Duration.ofDays(7);
    /** X's search ends half a minute before the present, and must not begin later than it ends. */
    private static final Duration PRESENT = Duration.ofMinutes(1);

    private static final int LONGEST_NAME = 80;

    private final TryQuery trying;
    private final Watches watches;
    private final Accounts accounts;
    private final WatchConfig config;
    private final Clock clock;

    SetUpWatch(TryQuery trying, Watches watches, Accounts accounts, WatchConfig config, Clock clock) {
        this.trying = trying;
        this.watches = watches;
        this.accounts = accounts;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param given id or handle of an account
     * @param backfill also what was posted in the last seven days
     */
    Uni<Outcome> setUp(
            @Nullable String given, @Nullable String name, @Nullable String query, boolean backfill, String by) {
        Optional<String> word = name(name);
        if (word.isEmpty()) {
            return Uni.createFrom().item(new Outcome.NoName());
        }
        return withAccount(
                given,
                account -> trying.attempt(account, query == null ? "" : query)
                        .chain(tried -> tried instanceof Tried.Found found
                                ? keep(
                                        account,
                                        watch(account, word.get(), query == null ? "" : query, found, backfill, by))
                                : Uni.createFrom().item(new Outcome.NotListenable(tried))));
    }

    /** Finds the account by id or handle, with or without @. */
    Uni<Outcome> withAccount(@Nullable String given, Function<Account, Uni<Outcome>> then) {
        return account(given)
                .chain(found -> found.map(then)
                        .orElseGet(
                                () -> Uni.createFrom().item(new Outcome.UnknownAccount(given == null ? "" : given))));
    }

    Uni<Optional<Account>> account(@Nullable String given) {
        return accounts.named(AccountName.of(given));
    }

    static Optional<String> name(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(String::strip)
                .filter(word -> !word.isEmpty()
                        && word.length() <= LONGEST_NAME
                        && word.chars().noneMatch(Character::isISOControl));
    }

    static Instant from(Instant now, boolean backfill) {
        return now.minus(backfill ? BACK : PRESENT);
    }

    private Uni<Outcome> keep(Account account, Watch watch) {
        return watches.add(watch, config.mostPerAccount()).map(kept -> switch (kept) {
            case DONE -> new Outcome.Done(new Listed(watch, Optional.empty()), account);
            case NAME_TAKEN -> new Outcome.NameTaken(watch.name());
            case NOT_POSSIBLE -> new Outcome.TooMany(config.mostPerAccount());
        });
    }

    private Watch watch(Account account, String name, String query, Tried.Found found, boolean backfill, String by) {
        Instant now = clock.instant();
        return new Watch(
                UuidV7.next(),
                account.id(),
                name,
                query.strip(),
                found.asked(),
                WatchStatus.ACTIVE,
                null,
                from(now, backfill),
                by,
                now,
                0);
    }
}
