package dev.heed.xsim.post.sheet;

import static dev.heed.xsim.WorldFixture.taken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.post.Extras;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Withhold;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.UserView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A post is shown as it is now, however often it was shown before. */
class SheetTest {

    private final WorldFixture x = new WorldFixture();
    private final PostView view = new PostView(x.posts, x.users, new Typesetter(x.posts, x.users));
    private final PostSheet sheet =
            new PostSheet(view, new Includes(x.world, x.posts, x.users, view, new UserView(x.posts), x.sight));

    @Test
    void anEditShowsInTheHistoryOfTheOlderVersionToo() {
        Post first = x.posted("bob", "@acme where is it", null);
        assertThat(shown(first).at("/data/edit_history_post_ids")).hasSize(1);
        Post second = taken(x.edit.edit(first.id(), "@acme where is it?"));
        assertThat(shown(first).at("/data/edit_history_post_ids")).hasSize(2);
        assertThat(shown(first).at("/data/edit_controls/edits_remaining").asInt())
                .isEqualTo(4);
        assertThat(text(second)).isEqualTo("@acme where is it?");
        assertThat(shown(second).at("/includes/posts/0/id").asText())
                .isEqualTo(first.id().text());
    }

    @Test
    void answersAndQuotesCount() {
        Post post = x.posted("bob", "hello", null);
        assertThat(shown(post).at("/data/public_metrics/reply_count").asInt()).isZero();
        Post reply = x.posted("eve", "hello bob", post.id());
        x.quoted("eve", "look", post.id());
        assertThat(shown(post).at("/data/public_metrics/reply_count").asInt()).isOne();
        assertThat(shown(post).at("/data/public_metrics/quote_count").asInt()).isOne();
        x.withdraw.withdraw(reply.id());
        assertThat(shown(post).at("/data/public_metrics/reply_count").asInt()).isZero();
    }

    @Test
    void aNewNameShowsWhereverTheOldOneStood() {
        Post picture = posted("bob", "look", null);
        Post repost = posted("eve", "", picture);
        Post quote = x.quoted("eve", "so true", picture.id());
        assertThat(text(repost)).startsWith("RT @bob: ");
        assertThat(link(quote)).startsWith("https://x.com/bob/");
        assertThat(link(picture)).startsWith("https://x.com/bob/");
        x.account.change("bob", user -> user.withProfile("robert", "Robert", 7, true));
        assertThat(text(repost)).startsWith("RT @robert: ");
        assertThat(link(quote)).startsWith("https://x.com/robert/");
        assertThat(link(picture)).startsWith("https://x.com/robert/");
        assertThat(shown(picture).at("/data/username").asText()).isEqualTo("robert");
        assertThat(shown(picture)
                        .at("/includes/users/0/public_metrics/followers_count")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void aHandleIsLinkedToWhoeverHasItNow() {
        Post post = x.posted("bob", "@late hello", null);
        assertThat(shown(post).at("/data/entities/mentions/0").has("id")).isFalse();
        assertThat(shown(post).at("/data/entities/mentions/0/username").asText())
                .isEqualTo("late");
        String late = x.user("late").text();
        assertThat(shown(post).at("/data/entities/mentions/0/id").asText()).isEqualTo(late);
    }

    @Test
    void whatIsDeletedOrHiddenIsIncludedNoLonger() {
        Post root = x.posted("bob", "hello", null);
        Post reply = x.posted("eve", "hello bob", root.id());
        assertThat(shown(reply).at("/includes/posts")).hasSize(1);
        x.account.change("bob", user -> user.withProtection(true));
        assertThat(shown(reply).at("/includes/posts").isMissingNode()).isTrue();
        assertThat(shown(reply).at("/errors/0/title").asText()).isEqualTo("Authorization Error");
        x.account.change("bob", user -> user.withProtection(false));
        assertThat(shown(reply).at("/errors").isMissingNode()).isTrue();
        x.withdraw.withdraw(root.id());
        assertThat(shown(reply).at("/errors/0/title").asText()).isEqualTo("Not Found Error");
        x.account.change("bob", user -> user.withStanding(User.Standing.SUSPENDED));
        assertThat(shown(reply).at("/includes/users")).hasSize(1);
    }

    @Test
    void withholdingComesAndGoes() {
        Post post = x.posted("bob", "hello", null);
        Withhold withhold = new Withhold(x.world, x.posts);
        assertThat(shown(post).at("/data/withheld").isMissingNode()).isTrue();
        withhold.withhold(post.id(), List.of("DE", "FR"));
        assertThat(shown(post).at("/data/withheld/country_codes")).hasSize(2);
        withhold.withhold(post.id(), List.of());
        assertThat(shown(post).at("/data/withheld").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whateverSomebodyWritesIsJson(Dialect dialect) {
        String text = "\"quoted\" \\ back\nslash \u0001 \ud83d\ude00 \u00e9 & <b>";
        Post post = x.posted("bob", text, null);
        x.account.change("bob", user -> user.withProfile("bob", "\"Bob\"", 0, false));
        ObjectNode answer = sheet.one(post, Wanted.everything(dialect)).tree();
        assertThat(answer.at("/data/text").asText())
                .isEqualTo(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        assertThat(answer.at("/includes/users/0/name").asText()).isEqualTo("\"Bob\"");
    }

    @Test
    void theIdsOfAnAnswerAreThoseOfItsData() {
        Post root = x.posted("bob", "hello", null);
        Post reply = x.posted("eve", "hello bob", root.id());
        var answer = sheet.list(
                List.of(reply, root), Wanted.everything(Dialect.POSTS), Optional.empty(), List.of(), rest -> {});
        assertThat(answer.ids()).containsExactly(reply.id().text(), root.id().text());
        assertThat(answer.tree().get("data"))
                .extracting(post -> post.get("id").asText())
                .containsExactlyElementsOf(answer.ids());
    }

    private Post posted(String author, String text, @Nullable Post reposts) {
        Attached attached = reposts == null
                ? new Attached(List.of(Media.of(Media.Kind.PHOTO, 42, null, null)), null)
                : Attached.NOTHING;
        Extras extras = new Extras(attached, reposts == null ? null : reposts.id(), null, null, null);
        return taken(
                x.publish.publish(new NewPost(x.user(author), text, null, null, Set.of(), Post.By.CONTROL, extras)));
    }

    private ObjectNode shown(Post post) {
        return sheet.one(post, Wanted.everything(Dialect.POSTS)).tree();
    }

    private String text(Post post) {
        return shown(post).at("/data/text").asText();
    }

    private String link(Post post) {
        return shown(post).at("/data/entities/urls/0/expanded_url").asText();
    }
}
