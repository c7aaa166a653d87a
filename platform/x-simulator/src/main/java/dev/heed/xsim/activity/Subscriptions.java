package dev.heed.xsim.activity;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All subscriptions, and those around a user at hand. */
@Singleton
public class Subscriptions implements Room {

    private final Map<Long, Subscription> byId = new LinkedHashMap<>();
    private final Map<UserId, List<Subscription>> byUser = new HashMap<>();

    Optional<Subscription> find(String id) {
        return byId.values().stream()
                .filter(subscription -> Long.toString(subscription.id()).equals(id))
                .findFirst();
    }

    List<Subscription> newestFirst() {
        return byId.values().stream()
                .sorted(Comparator.comparingLong(Subscription::id).reversed())
                .toList();
    }

    int count() {
        return byId.size();
    }

    List<Subscription> around(UserId user) {
        return byUser.getOrDefault(user, List.of());
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(SubscriptionFact.Subscribed.class, SubscriptionFact.Unsubscribed.class);
    }

    @Override
    public void apply(Fact fact) {
        if (!(fact instanceof SubscriptionFact own)) {
            return;
        }
        switch (own) {
            case SubscriptionFact.Subscribed made ->
                byId.put(made.subscription().id(), made.subscription());
            case SubscriptionFact.Unsubscribed ended -> byId.remove(ended.subscription());
        }
        byUser.clear();
        for (Subscription subscription : byId.values()) {
            UserId user = subscription.user();
            if (user != null) {
                byUser.merge(user, List.of(subscription), Subscriptions::both);
            }
        }
    }

    @Override
    public void forget() {
        byId.clear();
        byUser.clear();
    }

    private static List<Subscription> both(List<Subscription> some, List<Subscription> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
