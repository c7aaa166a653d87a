package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.XLookUp.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookUpShapeTest {

    static final List<String> ASKED = List.of("1", "2", "3", "4", "5", "6");

    static final String ANSWER = """
                {"data":[{"id":"1","author_id":"7","text":"hi"},
                         {"id":"5","author_id":"7","text":"gone","withheld":{"copyright":false,"country_codes":["DE"]}}],
                 "errors":[
                   {"resource_id":"2","title":"Not Found Error","detail":"Could not find post with id: [2].",
                    "type":"https://api.x.com/2/problems/resource-not-found"},
                   {"value":"3","title":"Authorization Error","detail":"Sorry, you are not authorized to see the Tweet with ids: [3].",
                    "type":"https://api.twitter.com/2/problems/not-authorized-for-resource"},
                   {"resource_id":"4","title":"Forbidden","detail":"User has been suspended: [9].",
                    "type":"https://api.x.com/2/problems/resource-not-found"},
                   {"resource_id":"6","title":"Unavailable","detail":"Try again.",
                    "type":"https://api.x.com/2/problems/resource-unavailable"}]}""";

    @Test
    void whyEachPostIsNotShownIsTold() {
        XLookUp read = read(ANSWER);

        assertThat(read.posts()).extracting(XPost::id).containsExactly("1");
        assertThat(read.missing())
                .containsEntry("2", Missing.NOT_FOUND)
                .containsEntry("3", Missing.NOT_AUTHORIZED)
                .containsEntry("4", Missing.SUSPENDED)
                .containsEntry("5", Missing.WITHHELD)
                .containsEntry("6", Missing.UNCLEAR)
                .hasSize(5);
    }

    @Test
    void whatIsNotShownBesideAPostSaysNothingOfThePost() {
        XLookUp read = read("""
                {"data":[{"id":"1","author_id":"7","text":"hi","referenced_tweets":[{"type":"replied_to","id":"99"}]}],
                 "errors":[
                   {"resource_id":"99","type":"https://api.x.com/2/problems/resource-not-found"},
                   {"resource_id":"1","parameter":"referenced_tweets.id","type":"https://api.x.com/2/problems/resource-not-found"}]}""");

        assertThat(read.posts()).extracting(XPost::id).containsExactly("1");
        assertThat(read.missing()).isEmpty();
    }

    @Test
    void whatXLeavesOutWithoutAWordIsNeitherShownNorMissing() {
        assertThat(read("{\"data\":[]}")).isEqualTo(new XLookUp(List.of(), java.util.Map.of()));
        assertThat(LookUpShape.read(Answers.parse("[]"), ASKED)).isEmpty();
        assertThat(LookUpShape.read(Answers.parse("{\"meta\":{}}"), ASKED)).isEmpty();
    }

    private static XLookUp read(String json) {
        return LookUpShape.read(Answers.parse(json), ASKED).orElseThrow();
    }
}
