package dev.heed.ingestion.subscription;

import dev.heed.x.XWebhook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps one webhook of the app registered and valid. What this installation registered under an earlier address is removed; what
 * looks like ours and is not known to be is only spoken of.
 */
@ApplicationScoped
class KeepWebhook {

    private static final Logger LOG = Logger.getLogger(KeepWebhook.class);
    private static final String PATH = "/webhooks/x";
    /** X's word for an app that may have no further webhook. */
    private static final String TOO_MANY = "WebhookLimitExceeded";

    private final AskWebhooks x;
    private final Registered registered;
    private final String url;
    private final AtomicBoolean looked = new AtomicBoolean();

    KeepWebhook(AskWebhooks x, Registered registered, WebhookConfig config) {
        this.x = x;
        this.registered = registered;
        this.url = config.url().orElse("");
    }

    /**
     * Ours, registered and valid.
     *
     * @param remark what else is there that should not be, in words; empty where nothing is
     */
    record Kept(XWebhook webhook, String remark) {}

    /** Whether our address is another one than before; asked once, lest two processes with two addresses fight for ever. */
    Uni<Boolean> hasMoved() {
        return looked.get()
                ? Uni.createFrom().item(false)
                : registered.all().invoke(() -> looked.set(true)).map(all -> !all.isEmpty() && !all.containsValue(url));
    }

    Uni<Told<Kept>> keep() {
        return x.all().chain(told -> told.then(all -> registered.all().chain(ours -> keep(all, earlier(all, ours)))));
    }

    private Uni<Told<Kept>> keep(List<XWebhook> all, List<XWebhook> earlier) {
        return all.stream()
                .filter(webhook -> webhook.url().equals(url))
                .findFirst()
                .map(this::validated)
                .orElseGet(() -> created(earlier))
                .chain(told -> told.then(webhook -> registered
                        .add(webhook)
                        .chain(() -> remove(earlier))
                        .map(left -> new Told.Yes<>(new Kept(webhook, remark(all, earlier, left))))));
    }

    /** Of an app that may have only so many, the earlier ones make room. */
    private Uni<Told<XWebhook>> created(List<XWebhook> earlier) {
        return x.create(url)
                .chain(told ->
                        told instanceof Told.No<XWebhook>(String why) && why.contains(TOO_MANY) && !earlier.isEmpty()
                                ? remove(earlier).chain(() -> x.create(url))
                                : Uni.createFrom().item(told));
    }

    private Uni<Told<XWebhook>> validated(XWebhook webhook) {
        if (webhook.valid()) {
            return Uni.createFrom().item(new Told.Yes<>(webhook));
        }
        return x.validate(webhook).map(told -> switch (told) {
            case Told.Yes<Boolean>(Boolean valid) when valid -> new Told.Yes<>(webhook);
            case Told.Yes<Boolean> _ -> new Told.No<>("X takes " + webhook.url() + " for invalid");
            case Told.No<Boolean>(String why) -> new Told.No<>("X takes " + webhook.url() + " for invalid. " + why);
        });
    }

    /** Those that this installation registered, under another address than today's. */
    private List<XWebhook> earlier(List<XWebhook> all, Map<String, String> ours) {
        return all.stream()
                .filter(webhook ->
                        ours.containsKey(webhook.id()) && !webhook.url().equals(url))
                .toList();
    }

    /** Gives those that X did not remove. */
    private Uni<List<XWebhook>> remove(List<XWebhook> earlier) {
        return Multi.createFrom()
                .iterable(earlier)
                .onItem()
                .transformToUniAndConcatenate(this::removed)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<XWebhook>> removed(XWebhook webhook) {
        return x.delete(webhook).chain(told -> {
            if (told instanceof Told.Yes<Boolean>) {
                LOG.infof("X no longer delivers to our earlier address %s", webhook.url());
                return registered.remove(webhook.id()).replaceWith(Optional.empty());
            }
            return Uni.createFrom().item(Optional.of(webhook));
        });
    }

    private String remark(List<XWebhook> all, List<XWebhook> earlier, List<XWebhook> left) {
        String addresses = all.stream()
                .filter(webhook -> !webhook.url().equals(url))
                .filter(webhook -> earlier.contains(webhook)
                        ? left.contains(webhook)
                        : webhook.url().endsWith(PATH))
                .map(webhook -> webhook.url() + " (webhook " + webhook.id() + ")")
                .collect(Collectors.joining(", "));
        return addresses.isEmpty()
                ? ""
                : "X also delivers the app's events to " + addresses
                        + ", which is not this installation's address: if it is an earlier one of yours, delete it (DELETE /2/webhooks/{id} with the app's token); it costs twice, and counts against the webhooks that X allows.";
    }
}
