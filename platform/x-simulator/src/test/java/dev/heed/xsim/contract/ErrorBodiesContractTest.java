package dev.heed.xsim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.ErrorShape;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.post.Creation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The refusals are those that X was seen to give, to the letter. */
class ErrorBodiesContractTest {

    @Test
    void refusalsOfPostsAreXs() throws IOException {
        assertThat(forbidden(Creation.Reason.DUPLICATE)).isEqualTo(seen("duplicate"));
        assertThat(forbidden(Creation.Reason.NOT_SUMMONED)).isEqualTo(seen("reply-not-summoned / reply_settings"));
        assertThat(forbidden(Creation.Reason.TARGET_GONE))
                .isEqualTo(seen("reply target deleted/invisible (v1 code 385)"));
        assertThat(forbidden(Creation.Reason.TOO_LONG).get("detail"))
                .isEqualTo(seen("too long").get("detail"));
    }

    @Test
    void refusalsOfCallersAreXs() throws IOException {
        assertThat((JsonNode) XProblem.unauthorized().body()).isEqualTo(seen("unauthorized"));
        assertThat((JsonNode) XProblem.tooManyRequests().body()).isEqualTo(seen("rate limit"));
        assertThat((JsonNode) XProblem.appOnly().body()).isEqualTo(seen("app-only on user endpoint"));
        assertThat(XProblem.creditsDepleted().body().get("title"))
                .isEqualTo(seen("credits depleted").get(0).get("title"));
        assertThat((JsonNode) XProblem.creditsDepletedPlainly().body())
                .isEqualTo(seen("credits depleted").get(1));
        assertThat((JsonNode) ErrorShape.NOT_PERMITTED.problem(Dialect.POSTS, 0).body())
                .isEqualTo(seen("DM generic"));
    }

    @Test
    void whatIsNotFoundIsToldAsXTellsIt() throws IOException {
        JsonNode seen = seen("lookup partial miss").at("/errors/0");
        JsonNode ours = XProblem.notFound(Dialect.POSTS, "tweet", "ids", "456");
        seen.properties().forEach(field -> assertThat(ours.get(field.getKey())).isEqualTo(field.getValue()));
    }

    private static JsonNode forbidden(Creation.Reason reason) {
        return XProblem.forbidden(reason.detail()).body();
    }

    private static JsonNode seen(String kind) throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(SharedData.required("x-api/errors.json").toFile());
        for (JsonNode one : all) {
            if (one.get("case").asText().equals(kind)) {
                return one.get("body");
            }
        }
        throw new AssertionError("Nothing is known of " + kind);
    }
}
