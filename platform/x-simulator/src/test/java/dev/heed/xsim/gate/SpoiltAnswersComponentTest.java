package dev.heed.xsim.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that X has made and that arrive in part, broken off or as no JSON. */
@QuarkusTest
class SpoiltAnswersComponentTest {

    @TestHTTPResource("/")
    URI base = URI.create("/");

    private final List<String> ids = new ArrayList<>();
    private String mentions = "";

    @BeforeEach
    void threeMentions() {
        control("/sim/reset", Map.of());
        String acme = control("/sim/users", Map.of("username", "acme"));
        control("/sim/users", Map.of("username", "bob"));
        for (int i = 1; i <= 3; i++) {
            ids.add(control("/sim/posts", Map.of("as", "bob", "text", "@acme " + i)));
        }
        mentions = "/2/users/" + acme + "/mentions";
    }

    @Test
    void thePostsLeftOutAreToldInErrorsAndComeTheNextTime() {
        control("/sim/faults", Map.of("endpoint", "mentions", "partial", 2));
        given().auth()
                .oauth2("sim-bearer")
                .get(mentions)
                .then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(ids.getFirst())))
                .body("errors.resource_id", equalTo(List.of(ids.get(2), ids.get(1))))
                .body("errors[0].type", containsString("/2/problems/resource-unavailable"))
                .body("meta.result_count", equalTo(1));
        given().get("/sim/billing").then().body("total.micros", equalTo(5_000));
        given().auth().oauth2("sim-bearer").get(mentions).then().body("data", hasSize(3));
    }

    @Test
    void nothingAtAllIsLeftOfAPartOfOne() {
        control("/sim/faults", Map.of("endpoint", "post", "partial", 1));
        given().auth()
                .oauth2("sim-bearer")
                .get("/2/tweets/" + ids.getFirst())
                .then()
                .statusCode(200)
                .body("containsKey('data')", equalTo(false))
                .body("errors[0].resource_id", equalTo(ids.getFirst()));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsBrokenOffInTheMiddle(HttpClient.Version version) throws IOException, InterruptedException {
        control("/sim/faults", Map.of("endpoint", "mentions", "truncate", true));
        assertThatThrownBy(() -> read(version)).isInstanceOf(IOException.class);
        assertThat(read(version).statusCode()).isEqualTo(200);
    }

    @Test
    void garbageIsNoJson() throws IOException, InterruptedException {
        control("/sim/faults", Map.of("endpoint", "mentions", "garbage", true));
        HttpResponse<String> answer = read(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> new ObjectMapper().readTree(answer.body())).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> read(HttpClient.Version version) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(mentions))
                    .timeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer sim-bearer")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String control(String path, Map<String, Object> body) {
        var answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).isBetween(200, 299);
        return answer.statusCode() == 204 ? "" : answer.path("id");
    }
}
