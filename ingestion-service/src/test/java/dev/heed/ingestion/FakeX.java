package dev.heed.ingestion;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Just enough of X: users by handle, and mentions in pages, newest first; and faults when told. */
@ApplicationScoped
public class FakeX {

    /** Answers one request in place of the truth; false leaves it to the truth. */
    public interface Fault {
        boolean answered(HttpServerRequest request);
    }

    private static final Pattern USER = Pattern.compile("/2/users/by/username/(\\w+)");
    private static final Pattern MENTIONS = Pattern.compile("/2/users/(\\d+)/mentions");
    private static final Pattern ADDRESS = Pattern.compile("url:\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("@(\\w+)");
    private static final Duration SEARCHABLE = Duration.ofDays(7);

    /** Its own, so that it does not count among the service's servers. */
    private final Vertx vertx = Vertx.vertx();

    private final int port;
    private final Map<String, JsonObject> users = new ConcurrentHashMap<>();
    private final Map<String, List<JsonObject>> mentions = new ConcurrentHashMap<>();
    /** Posts that only a search finds, and a look-up. */
    private final List<JsonObject> lost = new CopyOnWriteArrayList<>();

    private final Set<String> unavailable = ConcurrentHashMap.newKeySet();

    private volatile int most = 800;
    private volatile int pageSize = 100;

    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<Fault> routes = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeX(@ConfigProperty(name = "test.fake-x.port") int port) {
        this.port = port;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        var _ = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Forgets posts, faults and requests; users stay. */
    public void forget() {
        mentions.clear();
        lost.clear();
        unavailable.clear();
        most = 800;
        pageSize = 100;
        faults.clear();
        asked.clear();
    }

    /** Request lines, oldest first. */
    public List<String> asked() {
        return asked;
    }

    public void user(String id, String username) {
        users.put(
                username,
                new JsonObject().put("id", id).put("username", username).put("name", "The " + username));
    }

    /** Lets the account be mentioned by a post. */
    public void mention(String accountId, JsonObject post) {
        mentions.computeIfAbsent(accountId, id -> new CopyOnWriteArrayList<>()).add(post);
    }

    /** A post that names an account, and that its timeline does not show. */
    public void lost(JsonObject post) {
        lost.add(post);
    }

    /** A post that has its place on the pages of the account's mentions and is left out of them, as its author is suspended. */
    public void unseen(String accountId, JsonObject post) {
        mention(accountId, post.copy().put("x_unseen", true));
    }

    /** A post that X says it cannot show just now, wherever it belongs, until it can. */
    public void unavailable(String postId, boolean now) {
        if (now) {
            unavailable.add(postId);
        } else {
            unavailable.remove(postId);
        }
    }

    /** How many of the newest mentions timelines show. */
    public void showAtMost(int posts) {
        most = posts;
    }

    /** X gives fewer than were asked for. */
    public void pageSize(int posts) {
        pageSize = posts;
    }

    /** No further request meets a fault. */
    public void heal() {
        faults.clear();
    }

    /** The next requests meet these, one each, in this order. */
    public void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Answers whatever it answers in place of the truth, as long as the test runs. */
    public void also(Fault route) {
        routes.addFirst(route);
    }

    public static Fault truth() {
        return request -> false;
    }

    public static Fault status(int status, String body, String... headers) {
        return request -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.response().putHeader(headers[i], headers[i + 1]);
            }
            var _ = request.response().setStatusCode(status).end(body);
            return true;
        };
    }

    private void handle(HttpServerRequest request) {
        asked.add(request.uri());
        Fault fault = faults.poll();
        if (fault != null && fault.answered(request)) {
            return;
        }
        if (routes.stream().noneMatch(route -> route.answered(request))) {
            answerTruly(request);
        }
    }

    /** For a fault that first had something else to do. */
    public void answerTruly(HttpServerRequest request) {
        String path = Objects.requireNonNull(request.path());
        Matcher user = USER.matcher(path);
        Matcher mentionsOf = MENTIONS.matcher(path);
        if (user.matches()) {
            user(request, user.group(1));
        } else if (mentionsOf.matches()) {
            timeline(request, mentionsOf.group(1));
        } else if (path.equals("/2/tweets/search/recent")) {
            search(request);
        } else if (path.equals("/2/tweets")) {
            lookUp(request);
        } else {
            var _ = request.response().setStatusCode(404).end();
        }
    }

    private void user(HttpServerRequest request, String username) {
        JsonObject user = users.get(username);
        JsonObject missing = new JsonObject()
                .put("type", "https://api.x.com/2/problems/resource-not-found")
                .put("detail", "Could not find user with username: [" + username + "].");
        end(request, user == null ? new JsonObject().put("errors", new JsonArray().add(missing)) : data(user));
    }

    private void timeline(HttpServerRequest request, String account) {
        page(
                request,
                mentions.getOrDefault(account, List.of()).stream()
                        .sorted(Comparator.comparingLong(FakeX::id).reversed())
                        .limit(most)
                        .toList());
    }

    private void search(HttpServerRequest request) {
        if (number(request.getParam("since_id"), Long.MAX_VALUE)
                < idAt(Instant.now().minus(SEARCHABLE))) {
            var _ = request.response()
                    .setStatusCode(400)
                    .end(
                            "{\"detail\":\"One or more parameters to your request was invalid.\",\"errors\":[{\"message\":\"'since_id' must be a tweet id created after 2026-07-31T11:45Z.\"}]}");
            return;
        }
        String query = Objects.requireNonNull(request.getParam("query"));
        List<String> handles = NAMED.matcher(query)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .toList();
        List<String> addresses = ADDRESS.matcher(query)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT) + "/")
                .toList();
        page(
                request,
                Stream.concat(mentions.values().stream().flatMap(List::stream), lost.stream())
                        .filter(post -> (handles.isEmpty() && addresses.isEmpty())
                                || handles.stream().anyMatch(handle -> names(post, "@" + handle))
                                || addresses.stream().anyMatch(address -> linksTo(post, address)))
                        .filter(post -> !query.contains("-is:retweet") || !isRepost(post))
                        .toList());
    }

    private static boolean names(JsonObject post, String handle) {
        return Objects.requireNonNull(post.getString("text"))
                .toLowerCase(Locale.ROOT)
                .contains(handle);
    }

    private static boolean linksTo(JsonObject post, String address) {
        return post.getJsonObject("entities", new JsonObject()).getJsonArray("urls", new JsonArray()).stream()
                .anyMatch(url -> ((JsonObject) url)
                        .getString("expanded_url", "")
                        .toLowerCase(Locale.ROOT)
                        .contains(address));
    }

    private static boolean isRepost(JsonObject post) {
        return post.getJsonArray("referenced_posts", new JsonArray()).stream()
                .anyMatch(reference -> "retweeted".equals(((JsonObject) reference).getString("type")));
    }

    private void lookUp(HttpServerRequest request) {
        List<String> ids =
                List.of(Objects.requireNonNull(request.getParam("ids")).split(","));
        List<JsonObject> found = Stream.concat(mentions.values().stream().flatMap(List::stream), lost.stream())
                .filter(post -> ids.contains(post.getString("id")) && !post.containsKey("x_unseen"))
                .toList();
        List<JsonObject> shown = found.stream().filter(this::isAvailable).toList();
        JsonObject body = new JsonObject();
        if (!shown.isEmpty()) {
            body.put("data", new JsonArray(shown));
        }
        JsonArray errors = errors(found);
        ids.stream()
                .filter(id -> found.stream().noneMatch(post -> id.equals(post.getString("id"))))
                .forEach(id -> errors.add(error(id, "resource-not-found")));
        end(request, errors.isEmpty() ? body : body.put("errors", errors));
    }

    private boolean isAvailable(JsonObject post) {
        return !unavailable.contains(post.getString("id"));
    }

    /** What X says of those that it cannot show. */
    private JsonArray errors(List<JsonObject> posts) {
        JsonArray errors = new JsonArray();
        posts.stream()
                .filter(post -> !isAvailable(post) && !post.containsKey("x_unseen"))
                .forEach(post -> errors.add(error(post.getString("id"), "resource-unavailable")));
        return errors;
    }

    private static JsonObject error(String id, String problem) {
        return new JsonObject()
                .put("resource_type", "tweet")
                .put("resource_id", id)
                .put("type", "https://api.x.com/2/problems/" + problem);
    }

    private void page(HttpServerRequest request, List<JsonObject> posts) {
        String start = request.getParam("start_time");
        long since =
                Math.max(number(request.getParam("since_id"), 0), start == null ? 0 : idAt(Instant.parse(start)) - 1);
        int size = Math.min(pageSize, (int) number(request.getParam("max_results"), 10));
        long until = Math.min(
                number(request.getParam("until_id"), Long.MAX_VALUE),
                number(request.getParam("pagination_token"), Long.MAX_VALUE));
        Predicate<JsonObject> wanted = post -> id(post) > since && id(post) < until;
        List<JsonObject> found = posts.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(FakeX::id).reversed())
                .toList();
        List<JsonObject> cut = found.stream().limit(size).toList();
        List<JsonObject> page = cut.stream()
                .filter(post -> !post.containsKey("x_unseen") && isAvailable(post))
                .toList();
        JsonObject meta = new JsonObject().put("result_count", page.size());
        if (found.size() > size) {
            meta.put("next_token", Long.toString(id(cut.getLast())));
        }
        JsonObject body = new JsonObject().put("meta", meta);
        JsonArray errors = errors(cut);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        if (!page.isEmpty()) {
            JsonArray authors = new JsonArray();
            page.forEach(post -> authors.add(new JsonObject()
                    .put("id", post.getString("author_id"))
                    .put("username", "user" + post.getString("author_id"))
                    .put("name", "User " + post.getString("author_id"))));
            body.put("data", new JsonArray(page))
                    .put("includes", new JsonObject().put("users", authors).put("posts", included(page)));
        }
        end(request, body);
    }

    /** What the posts carry along for it. */
    private static JsonArray included(List<JsonObject> page) {
        JsonArray included = new JsonArray();
        page.stream()
                .flatMap(post -> Stream.ofNullable(post.getJsonObject("x_included")))
                .forEach(included::add);
        return included;
    }

    private static JsonObject data(JsonObject user) {
        return new JsonObject().put("data", user);
    }

    private static void end(HttpServerRequest request, JsonObject body) {
        var _ = request.response().putHeader("content-type", "application/json").end(body.encode());
    }

    private static long idAt(Instant time) {
        return (time.toEpochMilli() - 1_288_834_974_657L) << 22;
    }

    private static long id(JsonObject post) {
        return Long.parseLong(Objects.requireNonNull(post.getString("id")));
    }

    private static long number(@Nullable String text, long otherwise) {
        return text == null ? otherwise : Long.parseLong(text);
    }
}
