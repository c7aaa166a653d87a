package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.watch.Watches.Listed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Renames a watch, lets it look for something else, pauses it, or lets it go on. With another query, or after a pause, it
 * begins anew: from now on, unless what was posted before is wanted too.
 */
@ApplicationScoped
class ChangeWatch {

    private final TryQuery trying;
    private final SetUpWatch settingUp;
    private final Watches watches;
    private final Clock clock;

    ChangeWatch(TryQuery trying, SetUpWatch settingUp, Watches watches, Clock clock) {
        this.trying = trying;
        this.settingUp = settingUp;
        this.watches = watches;
        this.clock = clock;
    }

    /** @param backfill also what was posted in the last seven days, where it begins anew */
    record Wish(Optional<String> name, Optional<String> query, Optional<String> status, boolean backfill) {

        boolean isEmpty() {
            return name.isEmpty() && query.isEmpty() && status.isEmpty() && !backfill;
        }
    }

    Uni<Outcome> change(UUID id, Wish wish) {
        if (wish.name().isPresent() && SetUpWatch.name(wish.name().get()).isEmpty()) {
            return Uni.createFrom().item(new Outcome.NoName());
        }
        Optional<WatchStatus> status = wish.status().flatMap(WatchStatus::of);
        if (wish.status().isPresent()
                && status.filter(word -> word != WatchStatus.REFUSED).isEmpty()) {
            return Uni.createFrom().item(new Outcome.NoStatus(wish.status().get()));
        }
        return watches.find(id)
                .chain(found -> found.map(listed -> settingUp.withAccount(
                                listed.watch().account().value(), account -> change(listed, account, wish, status)))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.UnknownWatch())));
    }

    private Uni<Outcome> change(Listed before, Account account, Wish wish, Optional<WatchStatus> status) {
        if (wish.isEmpty()) {
            return Uni.createFrom().item(new Outcome.NoChange());
        }
        Watch watch = before.watch();
        Watch named = wish.name().flatMap(SetUpWatch::name).map(watch::renamed).orElse(watch);
        boolean other = wish.query()
                .filter(query -> !query.strip().equals(watch.query()))
                .isPresent();
        boolean resumed = status.filter(WatchStatus::listens).isPresent()
                && !watch.status().listens();
        if (!other && !resumed) {
            if (wish.backfill()) {
                return Uni.createFrom().item(new Outcome.NothingBegins());
            }
            return keep(before, account, status.isPresent() && !status.get().listens() ? named.paused() : named);
        }
        String query = wish.query().orElse(watch.query()).strip();
        return trying.attempt(account, query).chain(tried -> {
            if (!(tried instanceof Tried.Found found)) {
                return Uni.createFrom().item(new Outcome.NotListenable(tried));
            }
            Watch anew = named.begunAnew(query, found.asked(), SetUpWatch.from(clock.instant(), wish.backfill()));
            boolean stays = status.orElse(watch.status()) == WatchStatus.PAUSED;
            return keep(before, account, stays ? anew.paused() : anew);
        });
    }

    private Uni<Outcome> keep(Listed before, Account account, Watch after) {
        return watches.change(before.watch(), after).map(kept -> switch (kept) {
            case DONE -> new Outcome.Done(new Listed(after, before.lastHeardAt()), account);
            case NAME_TAKEN -> new Outcome.NameTaken(after.name());
            case NOT_POSSIBLE -> new Outcome.ChangedMeanwhile();
        });
    }
}
