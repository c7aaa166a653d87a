package dev.heed.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** People at the desk, over HTTP. */
final class Desk {

    private Desk() {}

    static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(Tokens.of(user, roles));
    }

    static RequestSpecification agent() {
        return as("agent", "agent");
    }

    /** The ticket that the post is on, as soon as there is one. */
    static JsonPath ticketOf(HeardPost post) {
        return ticketOf(post.id());
    }

    static JsonPath ticketOf(String postId) {
        JsonPath[] found = new JsonPath[1];
        Eventually.check(() -> {
            JsonPath page = agent().get("/api/routing/tickets?post=" + postId).jsonPath();
            assertThat(page.getList("items")).hasSize(1);
            found[0] = page.setRootPath("items[0]");
        });
        return found[0];
    }

    /** The id of a ticket that nobody owns. */
    static String released(OtherServices others, HeardPost post) {
        others.hear(post);
        String id = ticketOf(post).getString("id");
        as("lead", "agent", "lead")
                .post("/api/routing/tickets/" + id + "/release")
                .then()
                .statusCode(200);
        return id;
    }

    /** The id of a ticket of agent's. */
    static String claimed(OtherServices others, HeardPost post) {
        String id = released(others, post);
        agent().post("/api/routing/tickets/" + id + "/claim").then().statusCode(200);
        return id;
    }
}
