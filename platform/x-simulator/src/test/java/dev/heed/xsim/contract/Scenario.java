package dev.heed.xsim.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.xsim.Receiver;
import dev.heed.xsim.contract.Conversation.Said;
import dev.heed.xsim.dialect.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broad walk through every endpoint in one dialect, asking for every field and expansion that there is. */
final class Scenario {

    private static final String APP = "sim-bearer";

    private final Conversation x;
    private final Dialect dialect;
    private final String postFields;
    private final String mediaFields;
    private final String acme;
    private final String bob;
    private final String token;
    private final String question;

    Scenario(Conversation x, Dialect dialect) {
        this.x = x;
        this.dialect = dialect;
        x.control("POST", "/sim/reset", null);
        acme = x.control("POST", "/sim/users", Map.of("username", "acme", "name", "Acme", "verified", true))
                .text("/id");
        bob = x.control("POST", "/sim/users", Map.of("username", "bob", "followers", 12))
                .text("/id");
        token = x.control("POST", "/sim/tokens", Map.of("username", "acme")).text("/accessToken");
        question = x.control(
                        "POST",
                        "/sim/posts",
                        Map.of(
                                "as",
                                "bob",
                                "text",
                                "@acme where is it? #late $ACME https://example.com/a caf\u00e9 \ud83d\ude00"))
                .text("/id");
        mediaFields =
                "&media.fields=alt_text,duration_ms,height,media_key,preview_image_url,public_metrics,type,url,variants,width"
                        + "&poll.fields=duration_minutes,end_datetime,id,options,voting_status";
        postFields = dialect.fieldsParameter() + "=" + String.join(",", dialect.postFields()) + "&user.fields="
                + String.join(",", dialect.userFields()) + "&expansions="
                + String.join(",", dialect.postExpansions());
    }

    void people() {
        String fields = "user.fields=" + String.join(",", dialect.userFields()) + "&expansions="
                + String.join(",", dialect.userExpansions());
        assertThat(x.right("GET", "/2/users/by/username/acme?" + fields, APP, null)
                        .text("/data/verified_type"))
                .isEqualTo("blue");
        x.right("GET", "/2/users/by/username/nobody?" + fields, APP, null);
        x.right("GET", "/2/users/" + bob + "?" + fields, token, null);
        Said some = x.right("GET", "/2/users?ids=" + acme + ",1&" + fields, APP, null);
        assertThat(some.body().get("data")).hasSize(1);
        assertThat(some.body().get("errors")).hasSize(1);
        assertThat(x.right("GET", "/2/users/me?" + fields, token, null).text("/data/username"))
                .isEqualTo("acme");
    }

    void posts() {
        Said reply = x.right(
                "POST",
                "/2/tweets",
                token,
                Map.of("text", "On its way", "reply", Map.of("in_reply_to_tweet_id", question)));
        assertThat(reply.status()).isEqualTo(201);
        String id = reply.text("/data/id");
        x.control("POST", "/sim/posts", Map.of("as", "bob", "text", "is it?", "quote", id));
        Said quote = x.right("POST", "/2/tweets", token, Map.of("text", "See", "quote_tweet_id", question));
        Said one = x.right("GET", "/2/tweets/" + id + "?" + postFields, APP, null);
        assertThat(one.text("/data/" + dialect.references() + "/0/id")).isEqualTo(question);
        assertThat(one.text("/includes/" + dialect.included() + "/0/id")).isEqualTo(question);
        assertThat(one.text("/data/public_metrics/quote_count")).isEqualTo("1");
        Said some = x.right("GET", "/2/tweets?ids=" + id + ",1," + question + "&" + postFields, token, null);
        assertThat(some.body().get("data")).hasSize(2);
        assertThat(some.body().get("errors")).hasSize(1);
        assertThat(x.right("GET", "/2/tweets?ids=1,2&" + postFields, APP, null)
                        .body()
                        .has("data"))
                .isFalse();
        x.right("GET", "/2/tweets/1?" + postFields, APP, null);
        assertThat(x.right("DELETE", "/2/tweets/" + quote.text("/data/id"), token, null)
                        .text("/data/deleted"))
                .isEqualTo("true");
    }

    /** What is shown of posts that are more than a few words, and of posts that are not shown any more. */
    void lives() {
        String carol =
                x.control("POST", "/sim/users", Map.of("username", "carol")).text("/id");
        List<Map<String, Object>> kinds = List.of(
                Map.of("type", "photo", "altText", "a box"), Map.of("type", "video"), Map.of("type", "animated_gif"));
        String album = made(Map.of("as", "carol", "text", "<look> & see https://example.com/x", "media", kinds));
        String poll = made(
                Map.of("as", "carol", "text", "which?", "poll", Map.of("options", List.of("a", "b"), "minutes", 5)));
        String whole = made(Map.of("as", "carol", "text", "#much to $SAY https://example.com/y @acme ".repeat(20)));
        String repost = made(Map.of("as", "bob", "repostOf", album));
        String quote = made(Map.of("as", "bob", "text", "ha", "quote", album, "lang", "de"));
        String edited = x.control("POST", "/sim/posts/" + whole + "/edit", Map.of("text", "less #said"))
                .text("/id");
        x.control("POST", "/sim/posts/" + poll + "/withhold", Map.of("countries", List.of("DE")));
        String ids = "/2/tweets?ids=" + String.join(",", album, poll, whole, repost, quote, edited);
        Said all = x.right("GET", ids + "&" + postFields + mediaFields, APP, null);
        assertThat(all.body().get("data")).hasSize(6);
        assertThat(all.body().at("/includes/media")).hasSize(3);
        assertThat(all.body().at("/includes/polls")).hasSize(1);
        assertThat(all.text("/data/1/withheld/country_codes/0")).isEqualTo("DE");
        assertThat(all.text("/data/2/note_" + dialect.noun() + "/text")).hasSizeGreaterThan(280);
        assertThat(all.body().at("/data/2/" + dialect.editHistory())).hasSize(2);
        assertThat(all.text("/data/3/" + dialect.references() + "/0/type")).isEqualTo("retweeted");
        x.right("GET", "/2/users/" + carol + "/tweets?" + postFields + mediaFields, APP, null);
        Said own = x.right("POST", "/2/tweets", token, Map.of("text", "We delever & more"));
        Said better = x.right(
                "POST",
                "/2/tweets",
                token,
                Map.of("text", "We deliver & more", "edit_options", Map.of("previous_post_id", own.text("/data/id"))));
        assertThat(better.text("/data/text")).isEqualTo("We deliver &amp; more");
        for (String fate : List.of("protect", "suspend", "deactivate")) {
            x.control("POST", "/sim/users/carol/" + fate, null);
            Said rest = x.right("GET", ids + "&" + postFields + mediaFields, APP, null);
            assertThat(rest.body().get("data")).as(fate).hasSize(1);
            assertThat(rest.body().get("errors").size()).isGreaterThanOrEqualTo(5);
            x.right("GET", "/2/tweets/" + album + "?" + postFields, APP, null);
            x.right("GET", "/2/users/" + carol + "/tweets", APP, null);
            x.right("GET", "/2/users/" + carol, APP, null);
        }
        x.control("POST", "/sim/faults", Map.of("endpoint", "userPosts", "partial", 1));
        x.right("GET", "/2/users/" + bob + "/tweets?" + postFields, APP, null);
        x.control("DELETE", "/sim/posts/" + quote, null);
    }

    private String made(Map<String, Object> post) {
        return x.control("POST", "/sim/posts", post).text("/id");
    }

    void timelines() {
        for (int i = 0; i < 12; i++) {
            x.control("POST", "/sim/posts", Map.of("as", "bob", "text", "@acme hello " + i));
        }
        walk("/2/users/" + acme + "/mentions?max_results=5&" + postFields, "pagination_token", 13);
        walk(
                "/2/users/" + bob + "/tweets?max_results=5&exclude=replies,retweets&" + postFields,
                "pagination_token",
                13);
        walk(
                "/2/tweets/search/recent?max_results=10&query=" + code("@acme -is:retweet") + "&" + postFields,
                "next_token",
                13);
        Said none = x.right(
                "GET", "/2/users/" + acme + "/mentions?since_id=" + Long.MAX_VALUE + "&" + postFields, token, null);
        assertThat(none.body().has("data")).isFalse();
        assertThat(none.text("/meta/result_count")).isEqualTo("0");
        x.right(
                "GET",
                "/2/users/" + acme + "/mentions?start_time=2026-01-01T00:00:00Z&end_time=2026-01-02T00:00:00.000Z&"
                        + postFields,
                APP,
                null);
        assertThat(x.right("GET", "/2/tweets/search/recent?query=nowhere&" + postFields, APP, null)
                        .body()
                        .has("data"))
                .isFalse();
        x.right("GET", "/2/users/1/mentions?" + postFields, APP, null);
    }

    private void walk(String path, String parameter, int expected) {
        int seen = 0;
        String page = path;
        while (true) {
            Said said = x.right("GET", page, APP, null);
            seen += said.body().get("data").size();
            if (!said.body().at("/meta").has("next_token")) {
                break;
            }
            page = path + "&" + parameter + "=" + said.text("/meta/next_token");
        }
        assertThat(seen).isEqualTo(expected);
    }

    void messages() {
        Said sent =
                x.right("POST", "/2/dm_conversations/with/" + bob + "/messages", token, Map.of("text", "Your number?"));
        assertThat(sent.status()).isEqualTo(201);
        x.control("POST", "/sim/messages", Map.of("from", "bob", "to", "acme", "text", "4711"));
        String fields = "dm_event.fields=" + String.join(",", dialect.messageFields())
                + "&user.fields=username&expansions=" + String.join(",", dialect.messageExpansions());
        Said all = x.right("GET", "/2/dm_events?max_results=1&event_types=MessageCreate&" + fields, token, null);
        Said rest = x.right(
                "GET",
                "/2/dm_events?max_results=1&pagination_token=" + all.text("/meta/next_token") + "&" + fields,
                token,
                null);
        assertThat(List.of(all.text("/data/0/text"), rest.text("/data/0/text")))
                .containsExactly("4711", "Your number?");
        x.right("GET", "/2/dm_conversations/with/" + bob + "/dm_events?" + fields, token, null);
        Said looked = x.control(
                "POST",
                "/sim/messages",
                Map.of("from", "bob", "to", "acme", "text", "Look", "media", List.of(Map.of("type", "photo"))));
        x.right("GET", "/2/dm_events?max_results=1&" + fields, token, null);
        x.right("GET", "/2/dm_events/" + looked.text("/id") + "?" + fields, token, null);
        String conversation = "/2/dm_conversations/" + acme + "-" + bob;
        x.right("POST", conversation + "/messages", token, Map.of("text", "Thank you"));
        x.right("GET", conversation + "/dm_events?" + fields, token, null);
    }

    /** Everything around an app's server that is told of activity; what it is told is judged as the stream would be. */
    void activity(Receiver receiver) {
        String webhook = x.right("POST", "/2/webhooks", APP, Map.of("url", receiver.url()))
                .text(dialect == Dialect.POSTS ? "/data/id" : "/id");
        x.wrong("POST", "/2/webhooks", APP, Map.of("url", receiver.url()));
        x.wrong("POST", "/2/webhooks", APP, Map.of("url", "http://example.com"));
        x.right("GET", "/2/webhooks?webhook_config.fields=created_at,id,url,valid", APP, null);
        x.right("PUT", "/2/webhooks/" + webhook, APP, null);
        String mentions = subscribe("post.mention.create", acme, token, webhook);
        String deletions = subscribe("post.delete", bob, APP, webhook);
        String messages = subscribe("dm.received", acme, token, webhook);
        x.right("GET", "/2/activity/subscriptions?max_results=1000", APP, null);
        x.right("PUT", "/2/activity/subscriptions/" + mentions, APP, Map.of("tag", "other"));
        x.wrong("POST", "/2/activity/subscriptions", APP, wish("post.mention.create", acme, webhook));
        x.wrong("POST", "/2/activity/subscriptions", token, Map.of("event_type", "nonsense"));
        String post = x.control(
                        "POST", "/sim/posts", Map.of("as", "bob", "text", "@acme late again #late", "quote", question))
                .text("/id");
        x.control("POST", "/sim/posts/" + post + "/edit", Map.of("text", "@acme late, once more"));
        x.control("DELETE", "/sim/posts/" + post, null);
        await().until(() -> receiver.told.size() >= 3);
        receiver.told.forEach(
                told -> x.judge("GET", "/2/activity/stream", 200, told.body().toString()));
        String now = DateTimeFormatter.ofPattern("uuuuMMddHHmm").format(OffsetDateTime.now(ZoneOffset.UTC));
        x.right("POST", "/2/webhooks/replay", APP, Map.of("webhook_id", webhook, "from_date", now, "to_date", now));
        x.right("DELETE", "/2/activity/subscriptions/" + mentions, APP, null);
        x.right("DELETE", "/2/activity/subscriptions?ids=" + deletions + "," + messages, APP, null);
        x.right("DELETE", "/2/webhooks/" + webhook, APP, null);
        x.right("GET", "/2/webhooks", APP, null);
    }

    private String subscribe(String type, String user, String bearer, String webhook) {
        return x.right("POST", "/2/activity/subscriptions", bearer, wish(type, user, webhook))
                .text("/data/subscription/subscription_id");
    }

    private static Map<String, Object> wish(String type, String user, String webhook) {
        return Map.of("event_type", type, "filter", Map.of("user_id", user), "webhook_id", webhook, "tag", "mine");
    }

    void usage() {
        x.right("GET", "/2/usage/tweets", APP, null);
        x.right(
                "GET",
                "/2/usage/tweets?days=30&usage.fields=cap_reset_day,daily_client_app_usage,daily_project_usage,project_cap,"
                        + "project_id,project_usage",
                APP,
                null);
    }

    /** Refusals whose answers the document knows. */
    void refusals() {
        x.wrong("GET", "/2/users/" + acme + "/mentions?max_results=1&nonsense=2", APP, null);
        x.wrong("GET", "/2/users/" + acme + "/mentions?pagination_token=made-up", APP, null);
        x.wrong("GET", "/2/tweets/search/recent?query=" + code("nonsense:1"), APP, null);
        x.wrong("GET", "/2/tweets/search/recent?query=a&since_id=1", APP, null);
        x.wrong("POST", "/2/tweets", token, Map.of("text", 1));
        x.wrong("POST", "/2/tweets", token, Map.of("nonsense", 1));
        x.wrong("GET", "/2/tweets?ids=abc", APP, null);
    }

    /** Refusals with the type about:blank: the newer document does not list it, live answers have it. */
    void blankRefusals(boolean judged) {
        String reply = "/2/tweets";
        Map<String, Object> again = Map.of("text", "On its way", "reply", Map.of("in_reply_to_tweet_id", question));
        String talk = x.control("POST", "/sim/posts", Map.of("as", "bob", "text", "acme is slow"))
                .text("/id");
        x.control("POST", "/sim/limits", Map.of("scale", 1000));
        List<Said> refused = List.of(
                blank(judged, "POST", reply, token, again),
                blank(
                        judged,
                        "POST",
                        reply,
                        token,
                        Map.of("text", "Hm", "reply", Map.of("in_reply_to_tweet_id", talk))),
                blank(judged, "POST", reply, token, Map.of("text", "x".repeat(281))),
                blank(judged, "DELETE", "/2/tweets/" + talk, token, null),
                blank(judged, "GET", "/2/users/me", "nonsense", null),
                blank(judged, "POST", reply, APP, again));
        assertThat(refused).extracting(Said::status).containsExactly(403, 403, 403, 403, 401, 403);
    }

    private Said blank(boolean judged, String method, String path, String bearer, @Nullable Object body) {
        return judged ? x.wrong(method, path, bearer, body) : x.unjudged(method, path, bearer, body);
    }

    private static String code(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
