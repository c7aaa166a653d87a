package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where X delivers, and what of (X Activity). Webhooks are the app's; a subscription is asked for with its user's token. */
@ApplicationScoped
public class XWebhooks {

    private final XHttp http;

    public XWebhooks(Vertx vertx, XConfig config, MeterRegistry meters) {
        this.http = new XHttp(vertx, config, meters, Clock.systemUTC());
    }

    /** The app's webhooks. */
    public Uni<XAnswer<List<XWebhook>>> all(String appBearer) {
        return http.ask("webhooks", request(HttpMethod.GET, "/2/webhooks", appBearer), WebhookShapes::webhooks);
    }

    /** Registers an address; X challenges it before it answers. */
    public Uni<XAnswer<XWebhook>> create(String url, String appBearer) {
        return http.ask(
                "create_webhook",
                json(HttpMethod.POST, "/2/webhooks", appBearer),
                new JsonObject().put("url", url).toBuffer(),
                WebhookShapes::webhook);
    }

    /** Lets X challenge the address again; true where it answered rightly. */
    public Uni<XAnswer<Boolean>> validate(String id, String appBearer) {
        return http.ask(
                "validate_webhook", request(HttpMethod.PUT, "/2/webhooks/" + id, appBearer), WebhookShapes::validated);
    }

    /** Removes an address of the app's; X tells it nothing any more. */
    public Uni<XAnswer<Boolean>> delete(String id, String appBearer) {
        return http.ask(
                "delete_webhook",
                request(HttpMethod.DELETE, "/2/webhooks/" + id, appBearer),
                (JsonNode body) -> Shapes.deleted(body));
    }

    /**
     * The app's subscriptions, up to 1,000 at once.
     *
     * @param next {@link XSubscriptionPage#nextToken()} of the page before; null for the first
     */
    public Uni<XAnswer<XSubscriptionPage>> subscriptions(@Nullable String next, String appBearer) {
        HttpRequest<Buffer> request =
                request(HttpMethod.GET, "/2/activity/subscriptions", appBearer).addQueryParam("max_results", "1000");
        if (next != null) {
            request.addQueryParam("pagination_token", next);
        }
        return http.ask("subscriptions", request, WebhookShapes::subscriptions);
    }

    /** @param bearer the user's own token, with the scope that the type needs */
    public Uni<XAnswer<String>> subscribe(String type, String userId, String webhookId, String bearer) {
        JsonObject body = new JsonObject()
                .put("event_type", type)
                .put("filter", new JsonObject().put("user_id", userId))
                .put("tag", "heed")
                .put("webhook_id", webhookId);
        return http.ask(
                "subscribe",
                json(HttpMethod.POST, "/2/activity/subscriptions", bearer),
                body.toBuffer(),
                WebhookShapes::subscribed);
    }

    public Uni<XAnswer<Boolean>> unsubscribe(String id, String appBearer) {
        return http.ask(
                "unsubscribe",
                request(HttpMethod.DELETE, "/2/activity/subscriptions/" + id, appBearer),
                (JsonNode body) -> Shapes.deleted(body));
    }

    private HttpRequest<Buffer> json(HttpMethod method, String path, String bearer) {
        return request(method, path, bearer).putHeader("content-type", "application/json");
    }

    private HttpRequest<Buffer> request(HttpMethod method, String path, String bearer) {
        return http.request(method, path).bearerTokenAuthentication(bearer);
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
