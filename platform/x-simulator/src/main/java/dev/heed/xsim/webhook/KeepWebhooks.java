package dev.heed.xsim.webhook;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Registers, challenges and removes webhooks.
 *
 * <p>An address must be https, or http on this machine. It becomes invalid by a wrong answer at once, and by silence or errors once it
 * has not passed for 28 hours; an explicit validation decides either way.
 */
@Singleton
public class KeepWebhooks {

    private static final Duration GRACE = Duration.ofHours(28);
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    private final World world;
    private final Webhooks webhooks;
    private final Challenge challenge;
    private final int most;

    KeepWebhooks(World world, Webhooks webhooks, Challenge challenge, SimConfig config) {
        this.world = world;
        this.webhooks = webhooks;
        this.challenge = challenge;
        this.most = config.webhookLimit();
    }

    CompletableFuture<Registration> add(String url) {
        Optional<Registration.Refused> refusal = world.alone(() -> refusal(url));
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refusal.get());
        }
        return challenge.put(url).thenApply(verdict -> world.alone(() -> added(url, verdict)));
    }

    /** Challenges an address because the app asked for it. */
    CompletableFuture<Registration> validate(Webhook webhook) {
        return challenge
                .put(webhook.url())
                .thenApply(verdict -> world.alone(() -> {
                    Optional<Registration.Refused> failure = failure(verdict);
                    world.happened(new WebhookFact.WebhookJudged(webhook.id(), failure.isEmpty(), world.now()));
                    return failure.<Registration>map(refused -> refused)
                            .orElseGet(() -> new Registration.Done(webhook.judged(true, world.now())));
                }));
    }

    /** Challenges every address, as X does every hour. Done when all have been judged. */
    public CompletableFuture<Void> challengeAll() {
        List<Webhook> all = world.alone(webhooks::all);
        return CompletableFuture.allOf(all.stream()
                .map(webhook -> challenge
                        .put(webhook.url())
                        .thenAccept(verdict -> world.alone(() -> judged(webhook.id(), verdict))))
                .toArray(CompletableFuture[]::new));
    }

    /** Makes every address invalid, as if each had failed. */
    public void invalidateAll() {
        world.alone(() -> {
            webhooks.all()
                    .forEach(
                            webhook -> world.happened(new WebhookFact.WebhookJudged(webhook.id(), false, world.now())));
            return webhooks;
        });
    }

    /** Whether there was one. */
    boolean remove(String id) {
        return world.alone(() -> {
            Optional<Webhook> found = webhooks.find(id);
            found.ifPresent(webhook -> world.happened(new WebhookFact.WebhookRemoved(webhook.id())));
            return found.isPresent();
        });
    }

    private Registration added(String url, Verdict verdict) {
        Optional<Registration.Refused> refusal = failure(verdict).or(() -> refusal(url));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Webhook webhook = new Webhook(world.nextId(), url, true, world.now(), world.now());
        world.happened(new WebhookFact.WebhookAdded(webhook));
        return new Registration.Done(webhook);
    }

    private boolean judged(long id, Verdict verdict) {
        return webhooks.find(id)
                .map(webhook -> {
                    boolean valid = switch (verdict) {
                        case Verdict.Passed passed -> true;
                        case Verdict.Wrong wrong -> false;
                        case Verdict.Unanswered silent ->
                            webhook.valid()
                                    && world.now()
                                            .isBefore(webhook.validatedAt().plus(GRACE));
                    };
                    if (verdict instanceof Verdict.Passed || valid != webhook.valid()) {
                        world.happened(new WebhookFact.WebhookJudged(id, valid, world.now()));
                    }
                    return valid;
                })
                .orElse(false);
    }

    private Optional<Registration.Refused> refusal(String url) {
        if (!isAddress(url)) {
            return Optional.of(new Registration.Refused(
                    "UrlValidationFailed",
                    "Webhook URL does not meet the requirements: it must use https and no port."));
        }
        if (webhooks.all().stream().anyMatch(webhook -> webhook.url().equals(url))) {
            return Optional.of(new Registration.Refused("DuplicateUrlFailed", "Webhook URL is already registered."));
        }
        return webhooks.all().size() < most
                ? Optional.empty()
                : Optional.of(new Registration.Refused(
                        "WebhookLimitExceeded", "Number of webhooks already at the limit of " + most + "."));
    }

    private static Optional<Registration.Refused> failure(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> Optional.empty();
            case Verdict.Wrong wrong -> Optional.of(new Registration.Refused("CrcValidationFailed", wrong.why()));
            case Verdict.Unanswered silent ->
                Optional.of(new Registration.Refused("CrcValidationFailed", silent.why()));
        };
    }

    private static boolean isAddress(String url) {
        if (url.length() > 200 || !url.matches("https?://[^\\s/?#]+[^\\s#]*")) {
            return false;
        }
        try {
            URI uri = URI.create(url);
            return HERE.contains(String.valueOf(uri.getHost()))
                    || ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() < 0);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
