package dev.heed.ingestion.mention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.heed.ingestion.Heards;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.intake.Heard;
import dev.heed.ingestion.intake.KeepMentions;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Parts
class MentionResourceComponentTest {

    private static final String MENTIONS = "/api/ingestion/mentions";

    @Inject
    KeepMentions mentions;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @BeforeEach
    void hear() {
        pool.query("insert into account (id, handle, name, status, registered_at)"
                        + " values ('900', 'initech', 'Initech', 'active', now()) on conflict do nothing")
                .executeAndAwait();
        List<Heard> five = IntStream.range(0, 5)
                .mapToObj(n -> new Heard(mention(n), null, AuthorContext.UNKNOWN))
                .toList();
        transactions
                .inConnection(connection -> mentions.add(connection, five))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    @Test
    void anAgentReadsPageByPageTheLastHeardFirst() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(cursor);
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(2);
            seen.addAll(page.getList("items.postId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactly("9004", "9003", "9002", "9001", "9000");
    }

    @Test
    void anAccountIsNamedByIdOrHandle() {
        for (String account : List.of("900", "Initech")) {
            given().auth()
                    .oauth2(Tokens.of("lead", "lead"))
                    .queryParam("account", account)
                    .get(MENTIONS)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(5))
                    .body("items[0].account.handle", equalTo("initech"))
                    .body("items[0].traceId.length()", equalTo(32));
        }
    }

    @Test
    void whatAnAccountHeardIsFoundByItsHandleOfTodayAndThoughItWasRemoved() {
        pool.query("update account set handle = 'initrode', status = 'removed' where id = '900'")
                .executeAndAwait();
        assertThat(of("@Initrode").getList("items")).hasSize(5);
        assertThat(of("900").getList("items")).hasSize(5);
        given().auth()
                .oauth2(Tokens.of("lead", "lead"))
                .queryParam("account", "nobody")
                .get(MENTIONS)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://heed.dev/problems/unknown-account"));
        pool.query("update account set handle = 'initech', status = 'active' where id = '900'")
                .executeAndAwait();
        assertThat(of("initech").getList("items")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=many", "?cursor=nonsense", "?cursor=%20"})
    void aPageThatCannotBeIsRefusedInWords(String query) {
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .urlEncodingEnabled(false)
                .get(MENTIONS + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void oneIsShownWithWhetherItCanBeAnswered() {
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get(MENTIONS + "/9003")
                .then()
                .statusCode(200)
                .body("postId", equalTo("9003"), "firstId", equalTo("9003"), "answerable.byApi", equalTo(true));
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get(MENTIONS + "/9009")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void complianceReadsTheRecordAndNotTheEar() {
        given().auth()
                .oauth2(Tokens.of("compliance", "compliance"))
                .get(MENTIONS)
                .then()
                .statusCode(403);
    }

    private static JsonPath of(String account) {
        return given().auth()
                .oauth2(Tokens.of("lead", "lead"))
                .queryParam("account", account)
                .get(MENTIONS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath page(@Nullable String cursor) {
        var request = given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .queryParam("account", "900")
                .queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(MENTIONS).then().statusCode(200).extract().jsonPath();
    }

    private static Mention mention(int n) {
        Instant at = Instant.parse("2026-11-01T10:00:00Z");
        return Heards.mention("900", "initech", "900" + n, Kind.MENTION, Via.POLL, at);
    }
}
