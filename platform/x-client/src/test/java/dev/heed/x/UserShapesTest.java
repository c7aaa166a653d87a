package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserShapesTest {

    @Test
    void whatXSaysOfAUserIsRead() {
        assertThat(read("""
                        {"id":"7","username":"jo","name":"Jo","created_at":"2013-12-14T04:35:55.000Z","protected":false,
                         "public_metrics":{"followers_count":507902,"following_count":1},"verified":true,
                         "verified_type":"business","newly_invented":[1]}"""))
                .isEqualTo(new XUser(
                        "7", "jo", "Jo", 507902L, true, "business", Instant.parse("2013-12-14T04:35:55Z"), false));
    }

    @Test
    void whatXDoesNotSayOrSaysWronglyIsUnknown() {
        XUser bare = new XUser("7", "jo", "jo");
        assertThat(read("{\"id\":\"7\",\"username\":\"jo\"}")).isEqualTo(bare);
        assertThat(read("""
                        {"id":7,"username":"jo","name":{},"created_at":"yesterday","protected":"no",
                         "public_metrics":{"followers_count":-1},"verified":1,"verified_type":[]}""")).isEqualTo(bare);
        assertThat(read("{\"id\":\"7\",\"username\":\"jo\",\"public_metrics\":{\"followers_count\":1e99}}"))
                .isEqualTo(bare);
    }

    @Test
    void whoIsNotShownIsToldWithTheReason() {
        XUsers users = UserShapes.several(Answers.parse("""
                        {"data":[{"id":"7","username":"jo"}],
                         "errors":[
                           {"resource_id":"8","detail":"User has been suspended: [8].","title":"Forbidden"},
                           {"value":"9","title":"Not Found Error"},
                           {"detail":"of nobody"}]}""")).orElseThrow();
        assertThat(users.users()).extracting(XUser::id).containsExactly("7");
        assertThat(users.missing())
                .containsOnlyKeys("8", "9")
                .containsEntry("8", "User has been suspended: [8].")
                .containsEntry("9", "Not Found Error");
    }

    @Test
    void nobodyShownIsStillAnAnswer() {
        assertThat(UserShapes.several(Answers.parse("{\"errors\":[{\"value\":\"9\"}]}")))
                .hasValueSatisfying(users -> assertThat(users.users()).isEmpty());
        assertThat(UserShapes.several(Answers.parse("[]"))).isEmpty();
    }

    private static XUser read(String json) {
        return UserShapes.read(Answers.parse(json)).orElseThrow();
    }
}
