package dev.heed.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.local.HeedFailure;
import dev.heed.local.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The X simulator's control API: customers who post, recordings that are replayed, and the ledger of the truth. */
public final class Simulator {
    private final Http http = new Http();
    private final URI base;

    /** Over a running installation. */
    public Simulator(Installation installation) {
        this.base = installation.url("x-simulator");
    }

    /** Opens an account on X; harmless when it is there. */
    public void user(String username) {
        expect(http.patiently(post("/sim/users", Body.of("username", username))), "open the account @" + username);
    }

    /** Multiplies X's rate limits. */
    public void limits(double scale) {
        expect(http.patiently(post("/sim/limits", Body.of("scale", scale))), "set the limits");
    }

    /** A customer posts; the answer names the post. */
    public String customerPosts(String body) {
        return expect(http.patiently(post("/sim/posts", body)), "post")
                .path("id")
                .asText();
    }

    /** Any other control call, as the simulator documents it. */
    public JsonNode call(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return expect(http.patiently(request), method + " " + path);
    }

    /** The owner of an account takes back every right that was given. */
    public void disconnect(String username) {
        expect(http.patiently(post("/sim/tokens/revoke", Body.of("username", username))), "disconnect @" + username);
    }

    /** Ids of the users whose activity X delivers. */
    public List<String> delivered() {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/2/activity/subscriptions"))
                .header("Authorization", "Bearer sim-bearer")
                .GET();
        List<String> users = new ArrayList<>();
        expect(http.patiently(request), "list subscriptions")
                .path("data")
                .forEach(subscription ->
                        users.add(subscription.at("/filter/user_id").asText()));
        return users;
    }

    /** Orders a fault, as the control API documents it. */
    public void fault(String body) {
        expect(http.patiently(post("/sim/faults", body)), "order a fault");
    }

    /** Starts a replay; the answer is its id. Not repeated: a second one would play everything again. */
    public String replay(String csv, double speed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        base.resolve(String.format(Locale.ROOT, "/sim/replay?speed=%s", speed)))
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(csv));
        try {
            return expect(http.once(request), "start the replay").path("id").asText();
        } catch (IOException e) {
            throw new HeedFailure("The simulator does not answer: " + e, e);
        }
    }

    /** How many replays it has begun so far. */
    public int replays() {
        return get("/sim/replay").path("items").size();
    }

    public ReplayProgress progress(String replayId) {
        return Json.read(get("/sim/replay/" + replayId), ReplayProgress.class);
    }

    /** Says that a brand's answer will not come, so that nobody waits for it. */
    public void skip(String replayId, String rowId) {
        expect(http.patiently(post("/sim/replay/" + replayId + "/skip", Body.of("rowId", rowId))), "skip row " + rowId);
    }

    /** Every post, or those after an id. */
    public List<LedgerPost> ledger(String since) {
        JsonNode body = get("/sim/ledger" + (since.isEmpty() ? "" : "?since=" + since));
        return Json.readAll(body.path("items"), LedgerPost.class).stream()
                .filter(LedgerPost::isPost)
                .toList();
    }

    private JsonNode get(String path) {
        return expect(http.patiently(HttpRequest.newBuilder(base.resolve(path)).GET()), "read " + path);
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static JsonNode expect(Answer answer, String what) {
        if (!answer.succeeded()) {
            throw new HeedFailure("The simulator could not " + what + ": " + answer.status() + " " + answer.detail());
        }
        return answer.body();
    }
}
