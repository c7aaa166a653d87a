package dev.heed.xsim.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialectTest {

    @Test
    void theNameOfTheFieldsParameterTells() {
        assertThat(told("tweet.fields", "id", Dialect.POSTS)).isEqualTo(Dialect.TWEETS);
        assertThat(told("post.fields", "id", Dialect.TWEETS)).isEqualTo(Dialect.POSTS);
    }

    @Test
    void aValueOfOnlyOneDialectTells() {
        assertThat(told("expansions", "author_id,referenced_tweets.id", Dialect.POSTS))
                .isEqualTo(Dialect.TWEETS);
        assertThat(told("expansions", "referenced_posts", Dialect.TWEETS)).isEqualTo(Dialect.POSTS);
        assertThat(told("expansions", "pinned_post_id", Dialect.TWEETS)).isEqualTo(Dialect.POSTS);
        assertThat(told("dm_event.fields", "sender_id", Dialect.POSTS)).isEqualTo(Dialect.TWEETS);
    }

    @Test
    void whatBothDialectsHaveTellsNothing() {
        String values = "author_id,sender_id,attachments.media_source_tweet";
        assertThat(told("expansions", values, Dialect.POSTS)).isEqualTo(Dialect.POSTS);
        assertThat(told("expansions", values, Dialect.TWEETS)).isEqualTo(Dialect.TWEETS);
    }

    private static Dialect told(String name, String values, Dialect otherwise) {
        return Dialect.of(Map.of(name, List.of(values)), otherwise);
    }

    @Test
    void everythingWrongIsToldAtOnceInXsWords() {
        Params params = new Params(
                Map.of(
                        "max_results", List.of("101"),
                        "since_id", List.of("abc"),
                        "start_time", List.of("yesterday"),
                        "nonsense", List.of("1")),
                Dialect.TWEETS,
                List.of("max_results", "since_id", "start_time"));
        params.number("max_results", 5, 100, 10);
        params.id("since_id");
        params.time("start_time");
        assertThat(params.wrong()).isTrue();
        assertThat(params.refusal().status()).isEqualTo(400);
        assertThat(params.refusal().body().get("type").asText())
                .isEqualTo("https://api.twitter.com/2/problems/invalid-request");
        assertThat(params.refusal().body().get("errors").findValuesAsText("message"))
                .containsExactlyInAnyOrder(
                        "The query parameter [nonsense] is not one of [max_results,since_id,start_time]",
                        "The `max_results` query parameter value [101] is not between 5 and 100",
                        "The `since_id` query parameter value [abc] is not valid",
                        "The `start_time` query parameter value [yesterday] is not valid");
    }

    @Test
    void upToAHundredIdsAreTaken() {
        String hundred = "1,".repeat(99) + "2";
        assertThat(ids(hundred).ids("ids")).containsExactly("1", "2");
        Params many =
                ids(IntStream.rangeClosed(1, 101).mapToObj(Integer::toString).collect(Collectors.joining(",")));
        many.ids("ids");
        assertThat(many.wrong()).isTrue();
        Params none = ids("");
        none.ids("ids");
        assertThat(none.wrong()).isTrue();
    }

    private static Params ids(String ids) {
        return new Params(Map.of("ids", List.of(ids)), Dialect.POSTS, List.of("ids"));
    }
}
