package dev.heed.reply;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The server behind {@link FakeX}; all of it on one event loop. */
final class FakeXServer implements Handler<HttpServerRequest> {
    private final Map<String, Deque<String>> plans = new HashMap<>();
    private final Map<String, String> access = new HashMap<>();
    private final Map<String, String> refresh = new HashMap<>();
    private final Map<String, JsonObject> codes = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private final List<JsonObject> posts = new ArrayList<>();
    private int serial;
    private long lastId = 5_000_000_000_000_000L;

    @Override
    public void handle(HttpServerRequest request) {
        request.bodyHandler(body -> answer(request, body));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        String path = given(request.path());
        String username = access.getOrDefault(bearer(request), "");
        if (path.startsWith("/control/")) {
            send(request.response(), 200, control(path.substring(9), body.toJsonObject(), true));
        } else if (path.equals("/i/oauth2/authorize")) {
            consent(request);
        } else if (path.equals("/2/oauth2/token")) {
            token(request, form(body));
        } else if (username.isEmpty()) {
            problem(request.response(), 401, "Unauthorized", "Unauthorized");
        } else if (path.equals("/2/users/me")) {
            send(request.response(), 200, new JsonObject().put("data", user(username)));
        } else if (path.equals("/2/tweets")) {
            create(request.response(), username, body.toJsonObject());
        } else {
            timeline(request, path.replaceFirst("^/2/users/(\\d+)/tweets$", "$1"));
        }
    }

    private JsonObject control(String what, JsonObject body, boolean here) {
        JsonObject answer = new JsonObject().put("here", here);
        switch (what) {
            case "plan" ->
                plans.computeIfAbsent(body.getString("text"), text -> new ArrayDeque<>())
                        .addAll(body.getJsonArray("answers").stream()
                                .map(String.class::cast)
                                .toList());
            case "revoke" -> {
                access.values().removeIf(body.getString("username")::equals);
                refresh.values().removeIf(body.getString("username")::equals);
            }
            case "expire" -> access.values().removeIf(body.getString("username")::equals);
            case "post" ->
                answer.put(
                        "id", post(body.getString("username"), body.getString("text"), body.getString("inReplyTo"), 0));
            default -> answer.put("posts", new JsonArray(posts));
        }
        return answer;
    }

    private void consent(HttpServerRequest request) {
        String code = "code-" + serial++;
        codes.put(
                code,
                new JsonObject()
                        .put("username", request.getParam("sim_user"))
                        .put("challenge", request.getParam("code_challenge"))
                        .put("redirect", request.getParam("redirect_uri")));
        request.response()
                .setStatusCode(302)
                .putHeader(
                        "Location",
                        request.getParam("redirect_uri") + "?code=" + code + "&state=" + request.getParam("state"))
                .end();
    }

    private void token(HttpServerRequest request, MultiMap form) {
        String refreshToken = given(form.get("refresh_token"));
        @Nullable String username = null;
        if ("authorization_code".equals(form.get("grant_type"))) {
            JsonObject consent = codes.getOrDefault(given(form.get("code")), new JsonObject());
            codes.remove(given(form.get("code")));
            boolean bound = sha256(given(form.get("code_verifier"))).equals(consent.getString("challenge"))
                    && given(form.get("redirect_uri")).equals(consent.getString("redirect"));
            username = bound ? consent.getString("username") : null;
        } else if (revoked.contains(refreshToken)) {
            // Used twice: the whole family dies.
            String owner = refreshToken.replaceAll("^r_|_\\d+$", "");
            access.values().removeIf(owner::equals);
            refresh.values().removeIf(owner::equals);
        } else {
            username = refresh.remove(refreshToken);
            revoked.add(refreshToken);
        }
        if (username == null) {
            send(request.response(), 400, new JsonObject().put("error", "invalid_request"));
            return;
        }
        int number = serial++;
        access.put("a_" + username + "_" + number, username);
        refresh.put("r_" + username + "_" + number, username);
        send(
                request.response(),
                200,
                new JsonObject()
                        .put("token_type", "bearer")
                        .put("expires_in", 7200)
                        .put("scope", "tweet.read tweet.write users.read offline.access")
                        .put("access_token", "a_" + username + "_" + number)
                        .put("refresh_token", "r_" + username + "_" + number));
    }

    private void create(HttpServerResponse response, String username, JsonObject body) {
        String text = body.getString("text");
        String inReplyTo = body.getJsonObject("reply").getString("in_reply_to_tweet_id");
        Deque<String> plan = plans.getOrDefault(text, new ArrayDeque<>());
        String answer = plan.isEmpty() ? "given" : plan.removeFirst();
        switch (answer) {
            case "given" -> created(response, post(username, text, inReplyTo, 0), 99);
            case "given-last" -> created(response, post(username, text, inReplyTo, 0), 0);
            case "error-after" -> {
                post(username, text, inReplyTo, 0);
                problem(response, 503, "Service Unavailable", "try again");
            }
            case "error-hidden" -> {
                post(username, text, inReplyTo, 1_000);
                problem(response, 503, "Service Unavailable", "try again");
            }
            case "error-unavailable" -> {
                post(username, text, inReplyTo, 5_000);
                posts.getLast().put("toldUnavailable", true);
                problem(response, 503, "Service Unavailable", "try again");
            }
            case "error-before" -> problem(response, 500, "Internal Server Error", "sorry");
            case "silence-after" -> post(username, text, inReplyTo, 0);
            case "silence-before" -> {}
            case "duplicate-shown" -> {
                post(username, text, inReplyTo, 0);
                problem(response, 403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
            }
            case "duplicate" ->
                problem(response, 403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
            case "limited" -> problem(limits(response, 0), 429, "Too Many Requests", "Too Many Requests");
            case "unauthorized" -> problem(response, 401, "Unauthorized", "Unauthorized");
            case "credits" -> problem(response, 402, "Payment Required", "credits depleted");
            case "not-summoned" ->
                problem(
                        response,
                        403,
                        "Forbidden",
                        "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged"
                                + " by the author of the post you are replying to.");
            default -> throw new IllegalArgumentException(answer);
        }
    }

    private void timeline(HttpServerRequest request, String userId) {
        Instant from = Instant.parse(given(request.getParam("start_time")));
        String token = given(request.getParam("pagination_token"));
        int skip = token.isEmpty() ? 0 : Integer.parseInt(token);
        List<JsonObject> shown = posts.reversed().stream()
                .filter(post -> post.getString("authorId").equals(userId))
                .filter(post -> !Instant.parse(post.getString("createdAt")).isBefore(from))
                .filter(post -> Instant.parse(post.getString("shownAt")).isBefore(Instant.now()))
                .toList();
        JsonArray data = new JsonArray();
        shown.stream().skip(skip).limit(5).map(FakeXServer::onTheWire).forEach(data::add);
        JsonObject meta = new JsonObject().put("result_count", data.size());
        if (skip + 5 < shown.size()) {
            meta.put("next_token", Integer.toString(skip + 5));
        }
        JsonObject page = new JsonObject().put("meta", meta);
        JsonArray unavailable = unavailable(userId);
        if (!unavailable.isEmpty()) {
            page.put("errors", unavailable);
        }
        send(request.response(), 200, data.isEmpty() ? page : page.put("data", data));
    }

    private JsonArray unavailable(String userId) {
        JsonArray errors = new JsonArray();
        posts.stream()
                .filter(post -> post.getString("authorId").equals(userId))
                .filter(post -> post.getBoolean("toldUnavailable", false))
                .filter(post -> Instant.parse(post.getString("shownAt")).isAfter(Instant.now()))
                .forEach(post -> errors.add(new JsonObject()
                        .put("type", "https://api.x.com/2/problems/resource-unavailable")
                        .put("title", "Resource Unavailable")
                        .put("detail", "The post cannot be shown right now.")
                        .put("resource_type", "post")
                        .put("resource_id", post.getString("id"))));
        return errors;
    }

    private static JsonObject onTheWire(JsonObject post) {
        String shown =
                "@customer " + post.getString("text").replace("&", "&amp;").replace("<", "&lt;");
        return new JsonObject()
                .put("id", post.getString("id"))
                .put("text", shown)
                .put("author_id", post.getString("authorId"))
                .put("created_at", post.getString("createdAt"))
                .put("conversation_id", post.getString("inReplyTo"))
                .put(
                        "referenced_posts",
                        new JsonArray()
                                .add(new JsonObject().put("type", "replied_to").put("id", post.getString("inReplyTo"))))
                .put("edit_history_post_ids", new JsonArray().add(post.getString("id")));
    }

    private String post(String username, String text, String inReplyTo, long shownAfterMillis) {
        String id = Long.toString(++lastId);
        posts.add(new JsonObject()
                .put("id", id)
                .put("text", text)
                .put("author", username)
                .put("authorId", user(username).getString("id"))
                .put("inReplyTo", inReplyTo)
                .put("createdAt", Instant.now().toString())
                .put("shownAt", Instant.now().plusMillis(shownAfterMillis).toString()));
        return id;
    }

    private static JsonObject user(String username) {
        return new JsonObject()
                .put("id", "1000" + username.replaceAll("\\D", ""))
                .put("username", username)
                .put("name", username);
    }

    private static void created(HttpServerResponse response, String id, int remaining) {
        send(
                limits(response, remaining),
                201,
                new JsonObject().put("data", new JsonObject().put("id", id).put("text", "posted")));
    }

    private static HttpServerResponse limits(HttpServerResponse response, int remaining) {
        return response.putHeader("x-rate-limit-limit", "100")
                .putHeader("x-rate-limit-remaining", Integer.toString(remaining))
                .putHeader(
                        "x-rate-limit-reset",
                        Long.toString(Instant.now().plusSeconds(2).getEpochSecond()));
    }

    private static void problem(HttpServerResponse response, int status, String title, String detail) {
        send(
                response,
                status,
                new JsonObject()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("detail", detail)
                        .put("status", status));
    }

    private static void send(HttpServerResponse response, int status, JsonObject body) {
        response.setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.encode());
    }

    private static String bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header == null ? "" : header.replaceFirst("^Bearer ", "");
    }

    private static MultiMap form(Buffer body) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap();
        for (String field : body.toString().split("&", -1)) {
            int equals = field.indexOf('=');
            form.add(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String sha256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
