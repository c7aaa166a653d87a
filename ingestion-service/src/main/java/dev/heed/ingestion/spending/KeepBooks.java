package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.quota.Till;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jboss.logging.Logger;

/**
 * Writes down what every answered call cost, and refuses calls for which there is no money.
 *
 * <p>A booking that the database did not take waits in memory and is written with the next one. One that is lost with the
 * process is made up for within the day: what was not committed is read again, for which X takes nothing and we book it.
 */
@ApplicationScoped
class KeepBooks implements Till {

    private static final Logger LOG = Logger.getLogger(KeepBooks.class);
    /** A budget may be raised at any time, so nobody waits longer than this to ask again. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
    /** What is not known is asked for again with the next call. */
    private static final Duration SOON = Duration.ofSeconds(1);
    /** A database that never answers is one that did not take it; if it did, writing again costs nothing more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** About 100,000 posts: more is not kept for a database that does not come back. */
    private static final int MOST_WAITING = 1_000;

    private final Ledger ledger;
    private final Budgets budgets;
    private final Prices prices;
    private final MeterRegistry meters;
    private final Deque<Booking> waiting = new ConcurrentLinkedDeque<>();

    KeepBooks(Ledger ledger, Budgets budgets, SpendingConfig config, MeterRegistry meters) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.prices = Prices.of(config);
        this.meters = meters;
    }

    @Override
    public Uni<Void> open(Ask ask) {
        AccountId account = ask.account();
        return account == null || budgets.knows(account)
                ? Uni.createFrom().voidItem()
                : budgets.refresh()
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .invoke(failure -> LOG.warnf("The ledger could not be read; trying again: %s", failure))
                        .onFailure()
                        .recoverWithNull();
    }

    @Override
    public Optional<Empty> refuses(Ask ask, Instant now) {
        AccountId account = ask.account();
        if (account == null || !Prices.isPaid(ask.endpoint())) {
            return Optional.empty();
        }
        if (!budgets.knows(account)) {
            return Optional.of(new Empty(now.plus(SOON), "it is not known yet what may be spent for it"));
        }
        Balance balance = budgets.of(account);
        return balance.allows(ask.need())
                ? Optional.empty()
                : Optional.of(new Empty(
                        now.plus(ASK_AGAIN),
                        balance.hundredths() + "% of this month's budget is spent, too much for "
                                + ask.endpoint().word()));
    }

    @Override
    public Uni<Void> book(Ask ask, Reads reads, Instant at) {
        AccountId account = ask.account();
        boolean owner = account != null && budgets.owns(account);
        return write(Booking.of(ask, reads, at, prices, owner))
                .chain(written -> written ? catchUp() : Uni.createFrom().voidItem());
    }

    /** Writes what waits, one after the other, until none is left or the database does not take it. */
    Uni<Void> catchUp() {
        Booking next = waiting.poll();
        if (next == null) {
            return Uni.createFrom().voidItem();
        }
        return write(next)
                .chain(written -> written ? catchUp() : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> write(Booking booking) {
        return ledger.book(booking)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(micros -> count(booking, micros))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    keep(booking, failure);
                    return false;
                });
    }

    private void keep(Booking booking, Throwable failure) {
        if (waiting.size() < MOST_WAITING) {
            waiting.addLast(booking);
            LOG.warnf("A call to %s could not be booked yet: %s", booking.endpoint(), failure);
        } else {
            LOG.errorf("A call to %s is lost from the ledger: too many wait", booking.endpoint());
        }
    }

    private void count(Booking booking, long micros) {
        budgets.spent(booking.account(), micros);
        meters.counter(
                        "heed.ingestion.spent.micros",
                        "account",
                        budgets.label(booking.account()),
                        "endpoint",
                        booking.endpoint())
                .increment((double) micros);
    }
}
