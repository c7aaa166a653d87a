package dev.heed.xsim.webhook;

import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app's webhooks, oldest first. */
@Singleton
public class Webhooks implements Room {

    private final Map<Long, Webhook> byId = new LinkedHashMap<>();

    public Optional<Webhook> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By the id as it stands in a request. */
    public Optional<Webhook> find(String id) {
        return byId.values().stream()
                .filter(webhook -> Long.toString(webhook.id()).equals(id))
                .findFirst();
    }

    public List<Webhook> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(
                WebhookFact.WebhookAdded.class, WebhookFact.WebhookJudged.class, WebhookFact.WebhookRemoved.class);
    }

    @Override
    public void apply(Fact fact) {
        if (!(fact instanceof WebhookFact own)) {
            return;
        }
        switch (own) {
            case WebhookFact.WebhookAdded added -> byId.put(added.webhook().id(), added.webhook());
            case WebhookFact.WebhookJudged judged ->
                byId.computeIfPresent(judged.webhook(), (id, webhook) -> webhook.judged(judged.valid(), judged.at()));
            case WebhookFact.WebhookRemoved removed -> byId.remove(removed.webhook());
        }
    }

    @Override
    public void forget() {
        byId.clear();
    }
}
