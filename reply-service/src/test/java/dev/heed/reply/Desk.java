package dev.heed.reply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** An agent at work: one X account, one ticket after the other, everything over the real API. */
public final class Desk {
    public static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000, 900_000));

    private final Parts parts;
    public final String account = "acme" + NUMBERS.incrementAndGet();
    public String ticket = "";
    public String post = "";

    public Desk(Parts parts) {
        this.parts = parts;
    }

    /** Gives us the right to post, as an admin and the account's owner would. */
    public Desk connect() {
        String authorizeUrl = as("admin", "admin")
                .body(new JsonObject().put("account", account).encode())
                .post("/api/reply/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(authorizeUrl + "&sim_user=" + account)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        given().urlEncodingEnabled(false)
                .get(back.replaceFirst("http://[^/]+", ""))
                .then()
                .statusCode(200);
        return this;
    }

    /** A new ticket that belongs to agent. */
    public Desk ticket() {
        ticket = "t-" + UUID.randomUUID();
        post = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 2_000_000_000_000L));
        parts.ticket(ticket, 1, account, "agent", post + "0", post);
        return this;
    }

    public String draft(String text) {
        return write(text).then().statusCode(201).extract().path("id");
    }

    public Response write(String text) {
        return as("agent", "agent")
                .body(new JsonObject()
                        .put("ticketId", ticket)
                        .put("text", text)
                        .put("ticketVersion", 1)
                        .encode())
                .post("/api/reply/drafts");
    }

    /** Says "publish"; nothing is posted before {@link Parts#seal}. */
    public String intend(String text) {
        String id = draft(text);
        as("agent", "agent").post("/api/reply/drafts/" + id + "/publish").then().statusCode(202);
        return id;
    }

    public String publish(String text) {
        String id = intend(text);
        parts.seal(id, "intent");
        return id;
    }

    public static JsonObject show(String id) {
        return new JsonObject(as("agent", "agent")
                .get("/api/reply/drafts/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    public static JsonObject await(String id, String state) {
        Awaitility.await(id + " is " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(show(id).getString("state"))
                        .as(show(id).encode())
                        .isEqualTo(state));
        return show(id);
    }

    public static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(Tokens.of(user, roles)).contentType(ContentType.JSON);
    }
}
