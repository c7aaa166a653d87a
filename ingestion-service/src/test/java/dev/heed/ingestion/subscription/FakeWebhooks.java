package dev.heed.ingestion.subscription;

import dev.heed.ingestion.FakeX;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** X's side of webhooks and subscriptions. */
final class FakeWebhooks {

    final List<JsonObject> webhooks = new CopyOnWriteArrayList<>();
    final List<JsonObject> subscriptions = new CopyOnWriteArrayList<>();
    final AtomicInteger validations = new AtomicInteger();
    volatile boolean challengeFails;
    volatile int most = 5;
    volatile int pageSize = 1_000;
    private final AtomicInteger ids = new AtomicInteger(100);

    FakeWebhooks(FakeX x) {
        x.also(this::answered);
    }

    List<String> types(String user) {
        return subscriptions.stream()
                .filter(one -> one.getJsonObject("filter").getString("user_id").equals(user))
                .map(one -> one.getString("event_type"))
                .toList();
    }

    private boolean answered(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (path.startsWith("/2/webhooks")) {
            webhooks(request, path);
        } else if (path.startsWith("/2/activity/subscriptions")) {
            subscriptions(request, path);
        } else {
            return false;
        }
        return true;
    }

    private void webhooks(HttpServerRequest request, String path) {
        if (HttpMethod.GET.equals(request.method())) {
            end(request, list(webhooks));
        } else if (HttpMethod.DELETE.equals(request.method())) {
            webhooks.removeIf(one -> path.endsWith("/" + one.getString("id")));
            end(request, new JsonObject().put("data", new JsonObject().put("deleted", true)));
        } else if (HttpMethod.POST.equals(request.method()) && webhooks.size() >= most) {
            var _ = request.response()
                    .setStatusCode(400)
                    .end("{\"title\":\"Invalid Request\",\"detail\":\"WebhookLimitExceeded: at the limit\"}");
        } else if (challengeFails) {
            var _ = request.response()
                    .setStatusCode(400)
                    .end("{\"title\":\"Invalid Request\",\"detail\":\"CrcValidationFailed: no answer\"}");
        } else if (HttpMethod.PUT.equals(request.method())) {
            validations.incrementAndGet();
            webhooks.stream()
                    .filter(one -> path.endsWith("/" + one.getString("id")))
                    .forEach(one -> one.put("valid", true));
            end(request, new JsonObject().put("data", new JsonObject().put("valid", true)));
        } else {
            var _ = request.body().onSuccess(body -> {
                JsonObject made = new JsonObject()
                        .put("id", Integer.toString(ids.incrementAndGet()))
                        .put("url", body.toJsonObject().getString("url"))
                        .put("valid", true);
                webhooks.add(made);
                end(request, new JsonObject().put("data", made));
            });
        }
    }

    private void subscriptions(HttpServerRequest request, String path) {
        if (HttpMethod.GET.equals(request.method())) {
            page(request);
        } else if (HttpMethod.DELETE.equals(request.method())) {
            subscriptions.removeIf(one -> path.endsWith("/" + one.getString("subscription_id")));
            end(request, new JsonObject().put("data", new JsonObject().put("deleted", true)));
        } else {
            var _ = request.body().onSuccess(body -> {
                JsonObject wish = body.toJsonObject();
                if (subscriptions.stream().anyMatch(one -> same(one, wish))) {
                    var _ = request.response()
                            .setStatusCode(400)
                            .end(
                                    "{\"title\":\"Invalid Request\",\"detail\":\"DuplicateSubscriptionFailed: there is one\"}");
                    return;
                }
                JsonObject made = wish.put("subscription_id", Integer.toString(ids.incrementAndGet()));
                subscriptions.add(made);
                end(request, new JsonObject().put("data", new JsonObject().put("subscription", made)));
            });
        }
    }

    private void page(HttpServerRequest request) {
        int from = Integer.parseInt(Objects.requireNonNullElse(request.getParam("pagination_token"), "0"));
        int to = Math.min(from + pageSize, subscriptions.size());
        JsonObject page = list(subscriptions.subList(from, to));
        if (to < subscriptions.size()) {
            page.getJsonObject("meta").put("next_token", Integer.toString(to));
        }
        end(request, page);
    }

    private static boolean same(JsonObject one, JsonObject other) {
        return Stream.of("event_type", "filter", "webhook_id")
                .allMatch(name -> Objects.equals(one.getValue(name), other.getValue(name)));
    }

    private static JsonObject list(List<JsonObject> items) {
        return new JsonObject().put("data", new JsonArray(items)).put("meta", new JsonObject());
    }

    private static void end(HttpServerRequest request, JsonObject body) {
        var _ = request.response().end(body.encode());
    }
}
