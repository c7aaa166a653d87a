package dev.heed.ingestion.health;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.connection.Connections;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.quota.ToldQuota;
import dev.heed.ingestion.quota.ToldQuotas;
import dev.heed.ingestion.rota.LastTurn;
import dev.heed.ingestion.rota.LastTurns;
import dev.heed.ingestion.spending.Budgets;
import dev.heed.ingestion.subscription.Webhooks;
import dev.heed.ingestion.webhook.LastDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what the rooms know of how the accounts are listened to. */
@ApplicationScoped
class LookAtHealth {

    private final Accounts accounts;
    private final LastTurns turns;
    private final ToldQuotas quotas;
    private final Budgets budgets;
    private final Gaps gaps;
    private final Webhooks webhooks;
    private final LastDeliveries deliveries;
    private final Connections connections;
    private final Missing missing;

    LookAtHealth(
            Accounts accounts,
            LastTurns turns,
            ToldQuotas quotas,
            Budgets budgets,
            Gaps gaps,
            Webhooks webhooks,
            LastDeliveries deliveries,
            Connections connections,
            Missing missing) {
        this.accounts = accounts;
        this.turns = turns;
        this.quotas = quotas;
        this.budgets = budgets;
        this.gaps = gaps;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.connections = connections;
        this.missing = missing;
    }

    /** Of all accounts that were not removed, by handle. */
    Uni<List<Facts>> all() {
        return Uni.combine()
                .all()
                .unis(accounts.all(), turns.all(), quotas.all(), gaps.latest(), deliveries.all(), connections.all())
                .with(this::facts)
                .chain(missing::addTo);
    }

    Uni<Optional<Facts>> of(AccountName account) {
        return all().map(all ->
                all.stream().filter(facts -> account.names(facts.account())).findFirst());
    }

    private List<Facts> facts(
            List<Account> all,
            List<LastTurn> turns,
            List<ToldQuota> quotas,
            List<Gap> gaps,
            Map<AccountId, Instant> delivered,
            List<Connection> connections) {
        Map<AccountId, List<LastTurn>> ofAccount = turns.stream().collect(Collectors.groupingBy(LastTurn::account));
        Map<AccountId, List<Gap>> gapsOf = gaps.stream().collect(Collectors.groupingBy(Gap::account));
        Map<AccountId, Connection> connection =
                connections.stream().collect(Collectors.toMap(Connection::account, Function.identity()));
        return all.stream()
                .map(account -> new Facts(
                        account,
                        ofAccount.getOrDefault(account.id(), List.of()),
                        binding(quotas, token(connection.get(account.id()))),
                        budgets.of(account.id()),
                        gapsOf.getOrDefault(account.id(), List.of()),
                        Delivery.of(webhooks.state(account.id()), delivered.get(account.id())),
                        Optional.ofNullable(connection.get(account.id())),
                        List.of()))
                .toList();
    }

    private static TokenKey token(@Nullable Connection connection) {
        return connection != null && connection.isConnected() ? TokenKey.of(connection.account()) : TokenKey.APP;
    }

    /** By endpoint: what was told of the token in use, or of the app's, whichever was told later. */
    private static List<ToldQuota> binding(List<ToldQuota> all, TokenKey inUse) {
        Map<Endpoint, ToldQuota> binding = new EnumMap<>(Endpoint.class);
        all.stream()
                .filter(told -> told.token().equals(inUse) || told.token().equals(TokenKey.APP))
                .forEach(told -> binding.merge(
                        told.endpoint(), told, (one, other) -> one.toldAt().isAfter(other.toldAt()) ? one : other));
        return List.copyOf(binding.values());
    }
}
