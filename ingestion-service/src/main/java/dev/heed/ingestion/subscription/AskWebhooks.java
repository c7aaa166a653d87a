package dev.heed.ingestion.subscription;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.x.XAnswer;
import dev.heed.x.XSubscription;
import dev.heed.x.XWebhook;
import dev.heed.x.XWebhooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** X's side of webhooks, through the one door. */
@ApplicationScoped
class AskWebhooks {

    private final XWebhooks x;
    private final AskX door;
    private final Bearers bearers;

    AskWebhooks(XWebhooks x, AskX door, Bearers bearers) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
    }

    Uni<Told<List<XWebhook>>> all() {
        return asApp(Endpoint.WEBHOOKS, x::all);
    }

    Uni<Told<XWebhook>> create(String url) {
        return asApp(Endpoint.WEBHOOKS, bearer -> x.create(url, bearer));
    }

    Uni<Told<Boolean>> validate(XWebhook webhook) {
        return asApp(Endpoint.WEBHOOKS, bearer -> x.validate(webhook.id(), bearer));
    }

    Uni<Told<Boolean>> delete(XWebhook webhook) {
        return asApp(Endpoint.WEBHOOKS, bearer -> x.delete(webhook.id(), bearer));
    }

    /** All of them, or none: what is not on the pages that X gave may be there all the same. */
    Uni<Told<List<XSubscription>>> subscriptions() {
        return subscriptions(List.of(), null);
    }

    private Uni<Told<List<XSubscription>>> subscriptions(List<XSubscription> before, @Nullable String next) {
        return asApp(Endpoint.SUBSCRIPTIONS, bearer -> x.subscriptions(next, bearer))
                .chain(told -> told.then(page -> {
                    List<XSubscription> all = Stream.concat(before.stream(), page.subscriptions().stream())
                            .toList();
                    return page.nextToken() == null
                            ? Uni.createFrom().item(new Told.Yes<>(all))
                            : subscriptions(all, page.nextToken());
                }));
    }

    Uni<Told<Boolean>> unsubscribe(XSubscription subscription) {
        return asApp(Endpoint.SUBSCRIPTIONS, bearer -> x.unsubscribe(subscription.id(), bearer));
    }

    Uni<Told<String>> subscribe(String type, AccountId account, XWebhook webhook) {
        return bearers.own(account)
                .chain(own -> as(
                        own,
                        Endpoint.SUBSCRIPTIONS,
                        account,
                        bearer -> x.subscribe(type, account.value(), webhook.id(), bearer)));
    }

    private <T> Uni<Told<T>> asApp(Endpoint endpoint, Function<String, Uni<XAnswer<T>>> call) {
        return as(bearers.app(), endpoint, null, call);
    }

    private <T> Uni<Told<T>> as(
            Bearer bearer, Endpoint endpoint, @Nullable AccountId account, Function<String, Uni<XAnswer<T>>> call) {
        return switch (bearer) {
            case Bearer.Missing(String why) -> Uni.createFrom().item(new Told.No<>(why));
            case Bearer.Ready ready ->
                door.ask(
                                new Ask(endpoint, account, ready.key()),
                                () -> call.apply(ready.token()),
                                (T value) -> Reads.NOTHING)
                        .map(Told::of);
        };
    }
}
