package dev.heed.routing;

import static dev.heed.routing.Desk.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.heed.testing.OpenApi;
import dev.heed.testing.RealParts;
import dev.heed.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is let in, and what is shown without any ticket. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "routing"))
class DoorsComponentTest {

    @Test
    void strangersAreRefusedInWords() {
        given().get("/api/routing/tickets").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.expired("agent", "agent"))
                .get("/api/routing/tickets")
                .then()
                .statusCode(401)
                .body("type", equalTo("https://heed.dev/problems/not-signed-in"));
        given().auth()
                .oauth2(Tokens.forAudience("other", "agent", "agent"))
                .get("/api/routing/tickets")
                .then()
                .statusCode(401);
        as("nobody", "visitor")
                .get("/api/routing/tickets")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://heed.dev/problems/wrong-role"));
    }

    @Test
    void everyOperationSaysWhenItLetsNobodyIn() {
        OpenApi shown = OpenApi.served(
                given().accept("application/json").get("/api/routing/openapi").asString());
        assertThat(shown.silentOnRefusals(Set.of())).isEmpty();
    }

    @Test
    void thePolicyIsShownWithItsVersion() {
        as("compliance", "compliance")
                .get("/api/routing/policy")
                .then()
                .statusCode(200)
                .body("version", startsWith("1.0+"))
                .body("document.turnaround.acknowledge", equalTo("15 minutes"));
    }

    @Test
    void theDeskIsServedAndKnowsItsUser() {
        given().get("/desk/").then().statusCode(200).contentType("text/html");
        given().get("/desk").then().statusCode(200).contentType("text/html");
        given().get("/desk/desk.js").then().statusCode(200).contentType("text/javascript");
        as("lead", "agent", "lead")
                .get("/api/routing/desk/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("lead"))
                .body("roles", equalTo(List.of("agent", "lead")));
    }
}
