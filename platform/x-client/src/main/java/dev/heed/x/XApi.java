package dev.heed.x;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * X API v2, as far as Heed needs it. Every {@code bearer} is a token without the word "Bearer".
 *
 * <p>Nothing here fails: see {@link XAnswer}. Nothing here retries. A call is made once per subscription.
 */
@ApplicationScoped
public class XApi {

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,50}");

    private final XHttp http;
    private final Dialect dialect;

    public XApi(Vertx vertx, XConfig config, MeterRegistry meters) {
        this.http = new XHttp(vertx, config, meters, Clock.systemUTC());
        this.dialect = config.dialect();
    }

    /** Looks a user up by handle, without @. */
    public Uni<XAnswer<XUser>> userByUsername(String username, String bearer) {
        if (!USERNAME.matcher(username).matches()) {
            return invalid("'%s' cannot be a handle on X".formatted(username));
        }
        return http.ask("user_by_username", user("/2/users/by/username/" + username, bearer), Shapes::user);
    }

    /** The account whose token this is. */
    public Uni<XAnswer<XUser>> me(String bearer) {
        return http.ask("me", user("/2/users/me", bearer), Shapes::user);
    }

    /** Up to 100 users by id; those that X does not show are told with its reason. */
    public Uni<XAnswer<XUsers>> usersByIds(List<String> ids, String bearer) {
        if (ids.isEmpty() || ids.size() > 100 || !ids.stream().allMatch(Shapes::isId)) {
            return invalid("X takes 1 to 100 user ids of at most 19 digits");
        }
        HttpRequest<Buffer> request = user("/2/users", bearer).addQueryParam("ids", String.join(",", ids));
        return http.ask("users_by_ids", request, UserShapes::several);
    }

    /** Posts that mention the user, newest first, at most the newest 800 over all pages. */
    public Uni<XAnswer<XPage>> mentions(String userId, PageRequest page, String bearer) {
        return timeline("mentions", userId, "/mentions", page, bearer);
    }

    /** Posts by the user, newest first, at most the newest 3,200 over all pages. */
    public Uni<XAnswer<XPage>> userPosts(String userId, PageRequest page, String bearer) {
        return timeline("user_posts", userId, "/tweets", page, bearer);
    }

    /** Posts of the last seven days that match X's query language. */
    public Uni<XAnswer<XPage>> searchRecent(String query, PageRequest page, String bearer) {
        HttpRequest<Buffer> request = get("/2/tweets/search/recent", bearer).addQueryParam("query", query);
        return http.ask("search_recent", paged(request, page), Shapes::page);
    }

    /** Up to 100 posts by id; those that X does not show are missing from the answer. */
    public Uni<XAnswer<List<XPost>>> postsByIds(List<String> ids, String bearer) {
        if (ids.isEmpty() || ids.size() > 100 || !ids.stream().allMatch(Shapes::isId)) {
            return invalid("X takes 1 to 100 post ids of at most 19 digits");
        }
        HttpRequest<Buffer> request = get("/2/tweets", bearer).addQueryParam("ids", String.join(",", ids));
        return http.ask("posts_by_ids", fielded(request), Shapes::posts);
    }

    /** Up to 100 posts by id, with X's word on each that it does not show. */
    public Uni<XAnswer<XLookUp>> lookUpPosts(List<String> ids, String bearer) {
        if (ids.isEmpty() || ids.size() > 100 || !ids.stream().allMatch(Shapes::isId)) {
            return invalid("X takes 1 to 100 post ids of at most 19 digits");
        }
        HttpRequest<Buffer> request = fielded(get("/2/tweets", bearer).addQueryParam("ids", String.join(",", ids)))
                .setQueryParam(dialect.fieldsName, dialect.fields + ",withheld");
        return http.ask("look_up_posts", request, body -> LookUpShape.read(body, ids));
    }

    /** One post, as a page of its own: empty where it is gone, and unavailable where X does not say why it is not there. */
    public Uni<XAnswer<XPage>> post(String id, String bearer) {
        return http.ask(
                "look_up_posts",
                fielded(get("/2/tweets", bearer).addQueryParam("ids", id)),
                body -> LookUpShape.read(body, List.of(id)).map(found -> found.page(id)));
    }

    /**
     * Posts, as the token's account, and gives the new post's id.
     *
     * <p>X has no idempotency key: after {@link XAnswer.Unclear} the post may stand, and asking again may post twice.
     */
    public Uni<XAnswer<String>> createPost(String text, @Nullable String inReplyTo, String bearer) {
        JsonObject body = new JsonObject().put("text", text);
        if (inReplyTo != null) {
            body.put("reply", new JsonObject().put("in_reply_to_tweet_id", inReplyTo));
        }
        HttpRequest<Buffer> request = http.request(HttpMethod.POST, "/2/tweets")
                .bearerTokenAuthentication(bearer)
                .putHeader("content-type", "application/json");
        return http.ask("create_post", request, body.toBuffer(), Shapes::createdId);
    }

    /** Deletes a post of the token's account; false where X says that it did not. */
    public Uni<XAnswer<Boolean>> deletePost(String id, String bearer) {
        if (!Shapes.isId(id)) {
            return invalid("'%s' cannot be a post id".formatted(id));
        }
        HttpRequest<Buffer> request =
                http.request(HttpMethod.DELETE, "/2/tweets/" + id).bearerTokenAuthentication(bearer);
        return http.ask("delete_post", request, Shapes::deleted);
    }

    @PreDestroy
    void close() {
        http.close();
    }

    private Uni<XAnswer<XPage>> timeline(String endpoint, String userId, String what, PageRequest page, String bearer) {
        if (!Shapes.isId(userId)) {
            return invalid("'%s' cannot be a user id".formatted(userId));
        }
        HttpRequest<Buffer> request = get("/2/users/" + userId + what, bearer);
        return http.ask(endpoint, paged(request, page), Shapes::page);
    }

    private HttpRequest<Buffer> get(String path, String bearer) {
        return http.request(HttpMethod.GET, path).bearerTokenAuthentication(bearer);
    }

    private HttpRequest<Buffer> user(String path, String bearer) {
        return get(path, bearer).addQueryParam("user.fields", UserShapes.FIELDS);
    }

    private HttpRequest<Buffer> fielded(HttpRequest<Buffer> request) {
        return request.addQueryParam(dialect.fieldsName, dialect.fields)
                .addQueryParam("expansions", dialect.expansions)
                .addQueryParam("media.fields", "alt_text,media_key,preview_image_url,type,url,variants")
                .addQueryParam("user.fields", UserShapes.FIELDS);
    }

    private HttpRequest<Buffer> paged(HttpRequest<Buffer> request, PageRequest page) {
        fielded(request).addQueryParam("max_results", Integer.toString(page.maxResults()));
        if (page.sinceId() != null) {
            request.addQueryParam("since_id", page.sinceId());
        } else if (page.startTime() != null) {
            request.addQueryParam(
                    "start_time",
                    page.startTime().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (page.untilId() != null) {
            request.addQueryParam("until_id", page.untilId());
        }
        if (page.paginationToken() != null) {
            request.addQueryParam("pagination_token", page.paginationToken());
        }
        return request;
    }

    private static <T> Uni<XAnswer<T>> invalid(String detail) {
        return Uni.createFrom().item(new XAnswer.Refused<>(Refusal.INVALID, 400, detail));
    }
}
