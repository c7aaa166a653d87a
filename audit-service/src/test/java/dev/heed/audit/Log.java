package dev.heed.audit;

import static io.restassured.RestAssured.given;

import dev.heed.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/** The log as a compliance officer sees it over HTTP. */
public final class Log {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Log() {}

    public static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(Tokens.of(user, roles));
    }

    public static RequestSpecification asCompliance() {
        return as("compliance", "compliance");
    }

    /** The entries of a reply, newest first, once there are so many. */
    public static List<Map<String, Object>> awaitEntriesOf(String reply, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> entries("reply", reply), found -> found.size() >= count);
    }

    /** The index of the newest entry of a reply, once it has one. */
    public static long awaitIndexOf(String reply) {
        Object index = awaitEntriesOf(reply, 1).getFirst().get("index");
        return ((Number) Objects.requireNonNull(index)).longValue();
    }

    public static List<Map<String, Object>> entries(String filter, String value) {
        return asCompliance()
                .queryParam(filter, value)
                .queryParam("limit", 200)
                .get("/api/audit/entries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    public static JsonPath verification() {
        return asCompliance()
                .get("/api/audit/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
