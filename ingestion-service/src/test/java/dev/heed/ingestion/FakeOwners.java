package dev.heed.ingestion;

import static io.restassured.RestAssured.given;

import dev.heed.testing.Tokens;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.restassured.http.ContentType;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * X's side of owners who consent: codes bound to a challenge, tokens that rotate, and whose reuse kills the family; who a
 * token's owner is, and their messages.
 */
public final class FakeOwners {

    /** What grew from one consent. */
    private static final class Family {
        final String user;
        String access = "";
        String refresh = "";
        boolean dead;

        Family(String user) {
            this.user = user;
        }
    }

    private final Map<String, String> usernames = new ConcurrentHashMap<>();
    private final Map<String, List<JsonObject>> messages = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Family> byAccess = new ConcurrentHashMap<>();
    private final Map<String, Family> byRefresh = new ConcurrentHashMap<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sequence = new AtomicInteger();
    private final String mark;

    public final AtomicInteger refreshes = new AtomicInteger();
    public final AtomicInteger reuses = new AtomicInteger();
    public final List<String> revoked = new CopyOnWriteArrayList<>();
    public volatile int livesSeconds = 7_200;
    public volatile String scopes = "tweet.read users.read dm.read offline.access";
    /** Whether what is asked of the token endpoint has its effect and is then not answered. */
    public volatile boolean silent;
    /** How long an answer with tokens takes, from the moment of its effect. */
    public volatile long tokenMillis;

    /** @param mark in every token and code */
    public FakeOwners(FakeX x, String mark) {
        this.mark = mark;
        x.also(this::answered);
    }

    public void user(String id, String username) {
        usernames.put(id, username);
    }

    /** Lets somebody who is logged in to X as this user say yes; the state and code with which the browser comes back. */
    public Map<String, String> consent(String authorizeUrl, String userId) {
        Map<String, String> asked = form(URI.create(authorizeUrl).getRawQuery());
        String code = mark + "-code-" + sequence.incrementAndGet();
        codes.put(code, Map.of("user", userId, "challenge", asked.getOrDefault("code_challenge", "")));
        return Map.of("code", code, "state", asked.getOrDefault("state", ""), "scope", asked.getOrDefault("scope", ""));
    }

    /** An admin asks for the right to read as this user, who says yes. */
    public void connect(String userId) {
        String authorizeUrl = given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body("{\"account\":\"" + userId + "\"}")
                .post("/api/ingestion/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
        given().queryParams(consent(authorizeUrl, userId))
                .get("/api/ingestion/connections/callback")
                .then()
                .statusCode(200);
    }

    /** The owner takes the right back. */
    public void revoke(String userId) {
        byRefresh.values().stream().filter(family -> family.user.equals(userId)).forEach(family -> family.dead = true);
    }

    /** Newest first, as X pages them. */
    public void message(String userId, JsonObject event) {
        messages.computeIfAbsent(userId, id -> new CopyOnWriteArrayList<>()).add(0, event);
    }

    /** Shows a user's messages by their ids, whenever they came. */
    public void inOrder(String userId) {
        messages.getOrDefault(userId, List.of())
                .sort(Comparator.comparingLong(FakeOwners::number).reversed());
    }

    public static JsonObject direct(String id, String from, String text, String at) {
        return new JsonObject()
                .put("id", id)
                .put("event_type", "MessageCreate")
                .put("text", text)
                .put("sender_id", from)
                .put("dm_conversation_id", "7-" + from)
                .put("created_at", at);
    }

    private boolean answered(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (HttpMethod.POST.equals(request.method()) && path.equals("/2/oauth2/token")) {
            var _ = request.body().onSuccess(body -> token(request, form(body.toString())));
        } else if (path.equals("/2/oauth2/revoke")) {
            var _ = request.body().onSuccess(body -> {
                revoked.add(form(body.toString()).getOrDefault("token", ""));
                end(request, 200, new JsonObject().put("revoked", true));
            });
        } else if (path.equals("/2/users/me")) {
            owned(request, family -> end(request, 200, new JsonObject().put("data", user(family.user))));
        } else if (path.equals("/2/dm_events")) {
            owned(request, family -> page(request, family.user));
        } else {
            return false;
        }
        return true;
    }

    private synchronized void token(HttpServerRequest request, Map<String, String> form) {
        Family family = form.getOrDefault("grant_type", "").equals("refresh_token")
                ? refreshed(form.getOrDefault("refresh_token", ""))
                : exchanged(form);
        if (family == null) {
            end(
                    request,
                    400,
                    new JsonObject()
                            .put("error", "invalid_request")
                            .put("error_description", "Value passed for the token was invalid."));
            return;
        }
        int n = sequence.incrementAndGet();
        family.access = mark + "-access-" + n;
        family.refresh = mark + "-refresh-" + n;
        byAccess.put(family.access, family);
        byRefresh.put(family.refresh, family);
        if (silent) {
            var _ = request.connection().close();
            return;
        }
        JsonObject tokens = new JsonObject()
                .put("token_type", "bearer")
                .put("expires_in", livesSeconds)
                .put("access_token", family.access)
                .put("refresh_token", family.refresh)
                .put("scope", scopes);
        if (tokenMillis == 0) {
            end(request, 200, tokens);
        } else {
            Objects.requireNonNull(Vertx.currentContext())
                    .owner()
                    .setTimer(tokenMillis, timer -> end(request, 200, tokens));
        }
    }

    private @Nullable Family refreshed(String refresh) {
        refreshes.incrementAndGet();
        Family family = byRefresh.get(refresh);
        if (family == null || family.dead) {
            return null;
        }
        if (!spent.add(refresh)) {
            reuses.incrementAndGet();
            family.dead = true;
            return null;
        }
        return family;
    }

    private @Nullable Family exchanged(Map<String, String> form) {
        Map<String, String> consent = codes.remove(form.getOrDefault("code", ""));
        return consent != null
                        && challenge(form.getOrDefault("code_verifier", "")).equals(consent.get("challenge"))
                ? new Family(Objects.requireNonNull(consent.get("user")))
                : null;
    }

    private void owned(HttpServerRequest request, Consumer<Family> then) {
        String bearer = String.valueOf(request.getHeader("authorization")).replace("Bearer ", "");
        Family family = byAccess.get(bearer);
        if (family == null || family.dead || !family.access.equals(bearer)) {
            end(
                    request,
                    401,
                    new JsonObject()
                            .put("title", "Unauthorized")
                            .put("status", 401)
                            .put("detail", "Unauthorized"));
        } else {
            then.accept(family);
        }
    }

    private void page(HttpServerRequest request, String user) {
        int size = Integer.parseInt(String.valueOf(request.getParam("max_results")));
        String token = request.getParam("pagination_token");
        List<JsonObject> all = new ArrayList<>(messages.getOrDefault(user, List.of()));
        Predicate<JsonObject> older = token == null ? event -> true : event -> number(event) < Long.parseLong(token);
        List<JsonObject> found = all.stream().filter(older).toList();
        List<JsonObject> page = found.stream().limit(size).toList();
        JsonObject meta = new JsonObject().put("result_count", page.size());
        if (found.size() > size) {
            meta.put("next_token", page.getLast().getString("id"));
        }
        JsonObject body = new JsonObject().put("meta", meta);
        if (!page.isEmpty()) {
            body.put("data", new JsonArray(page));
        }
        end(request, 200, body);
    }

    private JsonObject user(String id) {
        String username = usernames.getOrDefault(id, "user" + id);
        return new JsonObject().put("id", id).put("username", username).put("name", "The " + username);
    }

    private static long number(JsonObject event) {
        return Long.parseLong(Objects.requireNonNull(event.getString("id")));
    }

    private static void end(HttpServerRequest request, int status, JsonObject body) {
        var _ = request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.encode());
    }

    private static Map<String, String> form(String query) {
        Map<String, String> form = new HashMap<>();
        new QueryStringDecoder(query, false).parameters().forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
