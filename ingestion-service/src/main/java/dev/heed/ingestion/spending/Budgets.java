package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.AccountChanged;
import dev.heed.ingestion.account.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The money of every account in the present month, at hand: read from the ledger every few seconds, which brings in what
 * other processes spent, and moved by what this one books.
 */
@ApplicationScoped
public class Budgets {

    private static final Logger LOG = Logger.getLogger(Budgets.class);
    private static final Ledger.Sum NOTHING = new Ledger.Sum(0, 0, 1);

    private final Ledger ledger;
    private final Payers payers;
    private final Clock clock;
    private final MultiGauge left;
    private final Map<String, Purse> purses = new ConcurrentHashMap<>();

    /**
     * @param told the last hundredths of the budget that the log spoke of
     * @param changes how often this process was told of a change of the account
     */
    private record Purse(Payers.Payer payer, Balance balance, int told, int changes) {}

    Budgets(Ledger ledger, Payers payers, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.payers = payers;
        this.clock = clock;
        this.left = MultiGauge.builder("heed.ingestion.budget.left.micros")
                .description("What is left of an account's budget of this month, in millionths of a dollar")
                .register(meters);
    }

    /** The account's money in this month; one without a budget if nothing is known of the account. */
    public Balance of(AccountId account) {
        YearMonth month = YearMonth.from(today());
        Purse purse = purses.get(account.value());
        return purse == null
                ? Balance.of(month, null, NOTHING)
                : purse.balance().in(month);
    }

    /** Whether the account's money is known; before that nothing may be spent for it. */
    boolean knows(AccountId account) {
        return purses.containsKey(account.value());
    }

    /** A budget counts from the moment in which it is set. That of a new account comes with what the ledger knows of it. */
    void see(@Observes AccountChanged changed) {
        Payers.Payer payer = payers.of(changed.account());
        purses.computeIfPresent(
                payer.account(),
                (id, purse) ->
                        new Purse(payer, purse.balance().bounded(payer.budget()), purse.told(), purse.changes() + 1));
    }

    /** Whether the account owns the company's app on X, so that its own mentions are cheap. */
    boolean owns(AccountId account) {
        Purse purse = purses.get(account.value());
        return purse == null
                ? payers.owns(account.value(), null)
                : purse.payer().ownsTheApp();
    }

    /** How metrics name the account; its id where nothing else is known of it. */
    String label(String account) {
        Purse purse = purses.get(account);
        return purse == null ? account : purse.payer().handle();
    }

    void spent(String account, long micros) {
        purses.computeIfPresent(
                account,
                (id, purse) -> new Purse(
                        purse.payer(),
                        purse.balance().in(YearMonth.from(today())).after(micros),
                        purse.told(),
                        purse.changes()));
    }

    /** Reads budgets and ledger anew, and says where money runs out. */
    public Uni<Void> refresh() {
        LocalDate today = today();
        Map<String, Integer> changes = purses.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, purse -> purse.getValue().changes()));
        return Uni.combine()
                .all()
                .unis(payers.all(), ledger.sums(today))
                .asTuple()
                .invoke(read -> take(read.getItem1(), read.getItem2(), YearMonth.from(today), changes))
                .replaceWithVoid();
    }

    /** @param changes as they were before all this was read: what was changed since is newer */
    private void take(
            List<Payers.Payer> all, Map<String, Ledger.Sum> sums, YearMonth month, Map<String, Integer> changes) {
        purses.keySet().retainAll(all.stream().map(Payers.Payer::account).collect(Collectors.toSet()));
        for (Payers.Payer payer : all) {
            Ledger.Sum sum = sums.getOrDefault(payer.account(), NOTHING);
            purses.compute(payer.account(), (id, before) -> {
                int known = before == null ? 0 : before.changes();
                Payers.Payer present = before == null || known == changes.getOrDefault(id, 0) ? payer : before.payer();
                Balance balance = Balance.of(month, present.budget(), sum);
                Purse now = new Purse(present, balance, before == null ? 0 : before.told(), known);
                return new Purse(present, balance, tell(now), known);
            });
        }
        left.register(rows(Balance::left), true);
    }

    private int tell(Purse purse) {
        Balance balance = purse.balance();
        int level = balance.hundredths() >= 100 ? 100 : balance.isLow() ? 80 : 0;
        if (level > purse.told() && level == 100) {
            LOG.errorf(
                    "The budget of @%s for %s is spent: for it X is asked only for what may be taken back; webhooks go on",
                    purse.payer().handle(), balance.month());
        } else if (level > purse.told()) {
            LOG.warnf(
                    "@%s has spent %d%% of its budget for %s",
                    purse.payer().handle(), balance.hundredths(), balance.month());
        }
        return level;
    }

    private List<MultiGauge.Row<?>> rows(Function<Balance, java.util.OptionalLong> figure) {
        return purses.values().stream()
                .filter(purse -> figure.apply(purse.balance()).isPresent())
                .<MultiGauge.Row<?>>map(purse -> MultiGauge.Row.of(
                        Tags.of("account", purse.payer().handle()),
                        figure.apply(purse.balance()).getAsLong()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.now(clock), ZoneOffset.UTC);
    }
}
