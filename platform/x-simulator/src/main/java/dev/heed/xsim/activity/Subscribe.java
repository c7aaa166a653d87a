package dev.heed.xsim.activity;

import dev.heed.xsim.call.Caller;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.webhook.Webhook;
import dev.heed.xsim.webhook.Webhooks;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and ends subscriptions under X's rules.
 *
 * <p>Private activity (mentions, replies, quotes, messages) needs the token of the user concerned, with the scope of its kind; X refuses the
 * app's token there with {@code OauthAccessTokenRequired}. Public activity can be subscribed to with either.
 */
@Singleton
class Subscribe {

    /** X's limit for self-serve apps. */
    private static final int MOST = 1_500;

    /** What came of it. */
    sealed interface Outcome {

        record Done(Subscription subscription, int total) implements Outcome {}

        /** 400, in X's words. */
        record Refused(String message) implements Outcome {}

        /** The token lacks this scope, or is another user's. */
        record Forbidden(String detail) implements Outcome {}
    }

    private final World world;
    private final Subscriptions subscriptions;
    private final Webhooks webhooks;

    Subscribe(World world, Subscriptions subscriptions, Webhooks webhooks) {
        this.world = world;
        this.subscriptions = subscriptions;
        this.webhooks = webhooks;
    }

    Outcome subscribe(SubscriptionBody.Legible wish, Caller caller) {
        return world.alone(() -> {
            Optional<Outcome> refusal = refusal(wish, caller);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Subscription made = new Subscription(
                    world.nextId(),
                    wish.eventType(),
                    wish.user(),
                    wish.keyword(),
                    wish.direction(),
                    wish.tag(),
                    webhook(wish.webhook()),
                    world.now(),
                    world.now());
            if (subscriptions.newestFirst().stream().anyMatch(made::sameWish)) {
                return new Outcome.Refused("DuplicateSubscriptionFailed: Subscription already exists");
            }
            if (subscriptions.count() >= MOST) {
                return new Outcome.Refused("SubscriptionLimitExceeded: Subscription limit exceeded");
            }
            return done(made);
        });
    }

    /** Empty when there is no such subscription. */
    Optional<Outcome> change(String id, SubscriptionBody.Legible wish) {
        return world.alone(() -> subscriptions.find(id).map(found -> {
            if (isUnknown(wish.webhook())) {
                return noWebhook();
            }
            return done(found.changed(wish.tag(), webhook(wish.webhook()), world.now()));
        }));
    }

    /** Whether there was one. */
    boolean end(String id) {
        return world.alone(() -> {
            Optional<Subscription> found = subscriptions.find(id);
            found.ifPresent(subscription -> world.happened(new SubscriptionFact.Unsubscribed(subscription.id())));
            return found.isPresent();
        });
    }

    private Optional<Outcome> refusal(SubscriptionBody.Legible wish, Caller caller) {
        if (isUnknown(wish.webhook())) {
            return Optional.of(noWebhook());
        }
        boolean isPrivate = EventType.isPrivate(wish.eventType());
        return switch (caller) {
            case Caller.App app ->
                isPrivate
                        ? Optional.of(new Outcome.Refused("OauthAccessTokenRequired: " + wish.eventType()
                                + " requires the access token of the user whom it concerns"))
                        : Optional.empty();
            case Caller.Person person -> {
                UserId concerned = wish.user();
                boolean allowed = person.scopes().contains(EventType.scope(wish.eventType()))
                        && (!isPrivate || person.user().equals(concerned));
                yield allowed ? Optional.empty() : Optional.of(new Outcome.Forbidden("Forbidden"));
            }
        };
    }

    private Outcome done(Subscription subscription) {
        world.happened(new SubscriptionFact.Subscribed(subscription));
        return new Outcome.Done(subscription, subscriptions.count());
    }

    private boolean isUnknown(@Nullable String webhook) {
        return webhook != null && webhooks.find(webhook).isEmpty();
    }

    private @Nullable Long webhook(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(webhooks::find).map(Webhook::id).orElse(null);
    }

    private static Outcome noWebhook() {
        return new Outcome.Refused("WebhookIdInvalid: Unable to find webhook configuration for this webhook_id.");
    }
}
