package dev.heed.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.local.HeedFailure;
import dev.heed.local.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The product's REST API through the gateway, as one demo user or another. */
public final class Product {
    private static final int PAGE = 200;

    private final Http http = new Http();
    private final URI gateway;
    private final People people;

    /** Over a running installation. */
    public Product(Installation installation) {
        this.gateway = installation.url("gateway");
        this.people = new People(installation);
    }

    /** Fails in words when nobody answers at the gateway. */
    public void mustBeUp() {
        try {
            Answer answer = http.once(HttpRequest.newBuilder(gateway.resolve("/api/routing/tickets"))
                    .GET());
            if (answer.status() >= 500) {
                throw new HeedFailure("The gateway cannot reach the services. See ./heed status.");
            }
        } catch (IOException e) {
            throw new HeedFailure("Heed is not up at " + gateway + ". Start it with ./heed up.", e);
        }
    }

    /** Lets ingestion listen to an account; harmless when it does already. */
    public void register(String handle) {
        expect(call("admin", "POST", "/api/ingestion/accounts", Body.of("handle", handle)), "register @" + handle);
    }

    /** Handles of the accounts whose owners let a service act for them: reply posts, ingestion reads. */
    public List<String> connected(String service) {
        List<String> handles = new ArrayList<>();
        Answer answer = expect(call("admin", "GET", "/api/" + service + "/connections", ""), "list connections");
        for (JsonNode item : answer.body().path("items")) {
            if (item.path("status").asText().equals("connected")) {
                handles.add(
                        item.at("/account/handle").asText(item.path("handle").asText()));
            }
        }
        return handles;
    }

    /** Where the owner of an account consents to what a service does for it. */
    public URI authorizeUrl(String service, String handle) {
        Answer answer = expect(
                call("admin", "POST", "/api/" + service + "/connections", Body.of("account", handle)),
                "connect @" + handle);
        return URI.create(answer.body().path("authorizeUrl").asText());
    }

    /** Follows one redirect of the consent: an address without a token. */
    public Answer follow(URI address) {
        return http.patiently(HttpRequest.newBuilder(address).GET());
    }

    /** The ticket that the post is on. */
    public Optional<TicketView> ticketOf(String postId) {
        Answer answer = call("lead", "GET", "/api/routing/tickets?post=" + enc(postId), "");
        return Json.readAll(expect(answer, "look for post " + postId).body().path("items"), TicketView.class).stream()
                .findFirst();
    }

    /** One ticket with its whole history. */
    public TicketView ticket(String id) {
        Answer answer = call("lead", "GET", "/api/routing/tickets/" + enc(id), "");
        return Json.read(expect(answer, "show ticket " + id).body(), TicketView.class);
    }

    /** Claims a ticket; the answer is the ticket or a problem. */
    public Answer claim(String ticketId, String as) {
        return call(as, "POST", "/api/routing/tickets/" + enc(ticketId) + "/claim", "");
    }

    /** Writes a draft; the key makes that a repeated call gives the same draft. */
    public Answer draft(NewDraft draft, String as, String idempotencyKey) {
        return call(as, "POST", "/api/reply/drafts", draft.json(), "Idempotency-Key", idempotencyKey);
    }

    public Answer publish(String draftId, String as) {
        return call(as, "POST", "/api/reply/drafts/" + enc(draftId) + "/publish", "");
    }

    public DraftView draft(String draftId, String as) {
        Answer answer = call(as, "GET", "/api/reply/drafts/" + enc(draftId), "");
        return Json.read(expect(answer, "show draft " + draftId).body(), DraftView.class);
    }

    /** All drafts on a ticket, oldest first. */
    public List<DraftView> drafts(String ticketId) {
        return pages("/api/reply/drafts?limit=" + PAGE + "&ticket=" + enc(ticketId), DraftView.class).stream()
                .sorted(Comparator.comparing(DraftView::createdAt))
                .toList();
    }

    /** A mention as it was heard, looked for among all of an account. */
    public Optional<MentionView> mention(String postId, String handle) {
        return pages("/api/ingestion/mentions?limit=" + PAGE + "&account=" + enc(handle), MentionView.class).stream()
                .filter(mention -> mention.postId().equals(postId))
                .findFirst();
    }

    /** All tickets, page by page. */
    public List<TicketView> tickets() {
        return pages("/api/routing/tickets?limit=" + PAGE, TicketView.class);
    }

    /** All entries of a kind, page by page. */
    public List<EntryView> entries(String kind) {
        return pages("/api/audit/entries?limit=" + PAGE + "&kind=" + enc(kind), EntryView.class);
    }

    /** All entries about a ticket, page by page. */
    public List<EntryView> entriesOf(String ticketId) {
        return pages("/api/audit/entries?limit=" + PAGE + "&ticket=" + enc(ticketId), EntryView.class);
    }

    /** Any call at all, patiently, with a demo user's token. */
    public Answer call(String as, String method, String path, String body, String... headers) {
        Answer answer = http.patiently(request(as, method, path, body, headers));
        if (answer.status() != 401) {
            return answer;
        }
        people.forget(as);
        return http.patiently(request(as, method, path, body, headers));
    }

    private HttpRequest.Builder request(String as, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + people.token(as))
                .header("Accept", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private <T> List<T> pages(String path, Class<T> shape) {
        List<T> all = new ArrayList<>();
        String cursor = "";
        do {
            String page = cursor.isEmpty() ? path : path + "&cursor=" + enc(cursor);
            JsonNode body =
                    expect(call("lead", "GET", page, ""), "read " + path).body();
            all.addAll(Json.readAll(body.path("items"), shape));
            cursor = body.path("next").asText("");
        } while (!cursor.isEmpty());
        return all;
    }

    private static Answer expect(Answer answer, String what) {
        if (!answer.succeeded()) {
            throw new HeedFailure("Cannot " + what + ": " + answer.status() + " " + answer.detail());
        }
        return answer;
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
