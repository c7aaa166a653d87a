package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {

    @Test
    void bothDialectsReadTheSame() {
        assertThat(page(XFixture.NEW_PAGE)).isEqualTo(page(XFixture.OLD_PAGE));
    }

    @Test
    void aLongPostIsReadWhole() {
        XPost post = page(XFixture.NEW_PAGE).posts().getFirst();
        assertThat(post.text()).isEqualTo("@acme my order is late and here is the long story");
        assertThat(post.named()).extracting(XPost.Named::username).containsExactly("Acme");
        assertThat(post.repliedTo()).isEqualTo("2083157183716917000");
        assertThat(post.quoted()).isEqualTo("42");
        assertThat(post.author()).isEqualTo(new XUser("7", "jo", "Jo"));
        assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-08-01T10:00:00Z"));
    }

    @Test
    void whatIsAttachedIsTold() {
        assertThat(page(XFixture.NEW_PAGE).posts().getFirst().media())
                .containsExactly(
                        new XMedia("photo", "https://pbs.example/1.jpg", "A gate"),
                        new XMedia("video", "https://video.example/high.mp4", null));
    }

    @Test
    void whatAPostQuotesComesWithIt() {
        XPost post = page(XFixture.NEW_PAGE).posts().getFirst();
        assertThat(post.included()).extracting(XPost::id).containsExactly("42");
        assertThat(post.included("42").orElseThrow().text()).isEqualTo("Tea & cake");
        assertThat(post.included(post.repliedTo())).isEmpty();
    }

    @Test
    void aTextKeepsWhatCanBeKeptOfIt() {
        XPost post = page("""
                {"data":[{"id":"5","author_id":"7","text":"a\\u0000b \\ud83d \\ud83d\\ude00 \\ude00","lang":"\\u0000"}],
                 "includes":{"users":[{"id":"7","username":"j\\u0000o"}]}}
                """).posts().getFirst();
        assertThat(post.text()).isEqualTo("a\uFFFDb \uFFFD \uD83D\uDE00 \uFFFD");
        assertThat(post.lang()).isEqualTo("\uFFFD");
        assertThat(post.author()).isEqualTo(new XUser("7", "j\uFFFDo", "j\uFFFDo"));
    }

    @Test
    void anEditedPostKnowsItsFirstVersion() {
        XPost post = page(XFixture.NEW_PAGE).posts().getFirst();
        assertThat(post.firstId()).isEqualTo("2083157183716917100");
        assertThat(post.versions()).containsExactly("2083157183716917100", post.id());
    }

    @Test
    void aRepostSaysWhatItPassesOn() {
        String body =
                "{\"data\":[{\"id\":\"5\",\"author_id\":\"7\",\"referenced_tweets\":[{\"type\":\"retweeted\",\"id\":\"4\"}]}]}";
        assertThat(page(body).posts().getFirst().reposted()).isEqualTo("4");
    }

    @Test
    void aPostThatCannotBeReadIsToldNotDropped() {
        assertThat(page(XFixture.NEW_PAGE).unreadable()).containsExactly("no id at all");
        String flood = XFixture.NEW_PAGE.replace("no id at all", "no id\\nERROR " + "at all".repeat(5_000));
        assertThat(page(flood).unreadable()).containsExactly("no id ERROR at allat allat all…");
    }

    @Test
    void anEmptyPageHasNoData() {
        XPage page = page("{\"meta\":{\"result_count\":0}}");
        assertThat(page.posts()).isEmpty();
        assertThat(page.nextToken()).isNull();
    }

    @Test
    void whatXLeavesOutIsWorkedOut() {
        XPost post = page("{\"data\":[{\"id\":\"2083157183716917248\",\"author_id\":\"7\"}]}")
                .posts()
                .getFirst();
        assertThat(post.conversationId()).isEqualTo("2083157183716917248");
        assertThat(post.createdAt())
                .isBetween(Instant.parse("2026-07-31T00:00:00Z"), Instant.parse("2026-08-01T00:00:00Z"));
        assertThat(post.text()).isEmpty();
        assertThat(post.editHistory()).isEmpty();
    }

    @Test
    void aPartialAnswerGivesWhatThereIs() {
        String body = """
                {"data":[{"id":"123","text":"Hello","author_id":"7"}],
                 "errors":[{"resource_id":"456","type":"https://api.x.com/2/problems/resource-not-found"}]}
                """;
        assertThat(Shapes.posts(Answers.parse(body)).orElseThrow())
                .extracting(XPost::id)
                .isEqualTo(List.of("123"));
    }

    @Test
    void aPostThatXCannotShowJustNowIsToldUnlessItIsOnlyReferredTo() {
        XPage page = page("""
                {"data":[{"id":"123","text":"Hello","author_id":"7",
                          "referenced_posts":[{"type":"replied_to","id":"99"}]}],
                 "errors":[{"resource_type":"post","resource_id":"456","type":"https://api.x.com/2/problems/resource-unavailable"},
                           {"resource_type":"post","resource_id":"99","type":"https://api.x.com/2/problems/resource-unavailable"},
                           {"resource_type":"user","resource_id":"8","type":"https://api.x.com/2/problems/resource-unavailable"},
                           {"resource_type":"post","resource_id":"5","type":"https://api.x.com/2/problems/resource-not-found"}]}
                """);
        assertThat(page.unavailable()).containsExactly("456");
    }

    @Test
    void aBodyThatSaysNothingIsNoEmptyPage() {
        assertThat(Shapes.page(Answers.parse("{}"))).isEmpty();
        assertThat(Shapes.page(Answers.parse("{\"meta\":{\"result_count\":0}}")))
                .hasValueSatisfying(page -> assertThat(page.posts()).isEmpty());
        assertThat(WebhookShapes.subscriptions(Answers.parse("<html>"))).isEmpty();
        assertThat(WebhookShapes.subscriptions(Answers.parse("{}"))).hasValue(new XSubscriptionPage(List.of(), null));
    }

    @Test
    void tokensNeverShowInText() {
        XTokens tokens = Shapes.tokens(
                        Answers.parse(
                                "{\"access_token\":\"s3cret\",\"refresh_token\":\"r3fresh\",\"expires_in\":7200,\"scope\":\"tweet.read tweet.write\"}"),
                        Instant.EPOCH)
                .orElseThrow();
        assertThat(tokens.expiresAt()).isEqualTo(Instant.EPOCH.plusSeconds(7200));
        assertThat(tokens.scopes()).containsExactly("tweet.read", "tweet.write");
        assertThat(tokens.toString()).doesNotContain("s3cret").doesNotContain("r3fresh");
    }

    private static XPage page(String body) {
        return Shapes.page(Answers.parse(body)).orElseThrow();
    }
}
