package dev.heed.xsim.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.post.Post;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final WorldFixture x = new WorldFixture();

    @BeforeEach
    void people() {
        x.user("acme");
        x.user("bob");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "parcel",
                "PARCEL",
                "my parcel",
                "\"my parcel\"",
                "@acme",
                "@ACME parcel",
                "from:bob",
                "from:@bob",
                "#late",
                "parcel -invoice",
                "invoice OR parcel",
                "(invoice OR parcel) from:bob",
                "invoice OR parcel from:bob",
                "parcel has:mentions has:hashtags lang:en",
                "parcel -is:reply -is:retweet -has:links",
                "acme",
                "t\u00e4glich",
            })
    void finds(String query) {
        assertThat(found(query, x.posted("bob", "@acme my parcel is lost, t\u00e4glich! #late", null)))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "par",
                "\"parcel my\"",
                "@bob",
                "from:acme",
                "to:acme",
                "parcel -lost",
                "parcel is:reply",
                "#parcel",
                "parcel has:links",
                "parcel lang:de",
                "(invoice OR parcel) from:acme",
            })
    void doesNotFind(String query) {
        assertThat(found(query, x.posted("bob", "@acme my parcel is lost #late", null)))
                .isFalse();
    }

    @Test
    void findsRepliesByWhomAndWhatTheyAnswer() {
        Post root = x.posted("acme", "We deliver", null);
        Post reply = x.posted("bob", "Do you?", root.id());
        assertThat(found("to:acme", reply)).isTrue();
        assertThat(found("conversation_id:" + root.id(), reply)).isTrue();
        assertThat(found("in_reply_to_tweet_id:" + root.id() + " is:reply", reply))
                .isTrue();
        assertThat(found("conversation_id:" + root.id(), root)).isTrue();
        assertThat(found("to:acme", root)).isFalse();
        assertThat(found("quotes_of_tweet_id:" + root.id() + " is:quote", x.quoted("bob", "Ha", root.id())))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"url:\"example.com/a\"", "url:EXAMPLE.com", "url:\"https://shop.example.com\"", "url:b"})
    void findsAddressesByTheirWords(String query) {
        assertThat(found(query, x.posted("bob", "see https://shop.example.com/a/b", null)))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"url:\"ample.com\"", "url:\"a/example.com\"", "url:\"/\"", "url:see"})
    void doesNotFindPartsOfTheirWords(String query) {
        assertThat(found(query, x.posted("bob", "see https://shop.example.com/a/b", null)))
                .isFalse();
    }

    @Test
    void findsWhoseAPostIsThatAnotherQuotes() {
        String query =
                "(@acme OR (is:quote (url:\"x.com/acme/status\" OR url:\"twitter.com/acme/status\"))) -from:acme -is:retweet";
        Post ours = x.posted("acme", "We deliver", null);
        Post theirs = x.posted("bob", "I wait", null);
        assertThat(found(query, x.quoted("bob", "Ha", ours.id()))).isTrue();
        assertThat(found(query, x.posted("bob", "@acme ha", null))).isTrue();
        assertThat(found(query, x.quoted("acme", "Indeed", ours.id()))).isFalse();
        assertThat(found(query, x.quoted("bob", "Ha", theirs.id()))).isFalse();
        assertThat(found(query, x.posted("bob", "https://x.com/acme/status/" + ours.id(), null)))
                .isFalse();
        assertThat(found(
                        query,
                        x.reposted("bob", x.quoted("bob", "Ha ha", ours.id()).id())))
                .isFalse();
    }

    @Test
    void aRepostOfWhatNamesSomebodyNamesThemToo() {
        Post repost =
                x.reposted("acme", x.posted("bob", "@acme my parcel", null).id());
        assertThat(found("@acme", repost)).isTrue();
        assertThat(found("@acme -is:retweet", repost)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "place:berlin|Reference to invalid operator 'place'",
                "acme is:nonsense|Reference to invalid operator 'is:nonsense'",
                "acme conversation_id:abc|Reference to invalid operator 'conversation_id:abc'",
                "acme from:|Reference to invalid operator 'from:'",
                "(acme|missing ')' for '('",
                "acme)|missing EOF at ')'",
                "acme OR|no viable alternative at character '<EOF>'",
                "OR acme|no viable alternative at character 'O'",
                "\"acme|no viable alternative at character '\"'",
                "acme - b|no viable alternative at character '-'",
                "acme -(b OR c)|no viable alternative at character '('",
                "(acme OR)|no viable alternative at character ')'",
                "is:reply|Rules must contain a positive",
                "-acme|Rules must contain a positive",
                "acme OR -bob|Rules must contain a positive",
                "!|no viable alternative",
            })
    void refuses(String query, String why) {
        assertThat(QueryText.parse(query))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.message())
                                .startsWith("There were errors processing your request: ")
                                .contains(why)
                                .matches("(?s).*\\(at position \\d+\\)"));
    }

    @Test
    void deepNestingIsRefusedNotOverflowed() {
        assertThat(QueryText.parse("(".repeat(4_000))).isInstanceOf(Parsed.Wrong.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "@late",
                "@late parcel",
                "from:bob",
                "from:nobody",
                "from:bob @acme",
                "parcel",
                "@acme OR @late",
                "-from:bob parcel",
                "(from:bob OR from:acme) parcel",
                "in_reply_to_tweet_id:1",
                "@acme -@late",
            })
    void looksNowhereInVainAndMissesNothing(String query) {
        for (int i = 0; i < 30; i++) {
            Post root = x.posted(i % 2 == 0 ? "bob" : "acme", "parcel " + i + (i % 3 == 0 ? " @late" : " @acme"), null);
            x.posted("bob", "parcel in reply", i % 5 == 0 ? root.id() : null);
            x.clock.pass(Duration.ofMillis(i % 4));
            if (i == 15) {
                x.user("late");
            }
        }
        Matching matching = new Matching(x.posts, x.users);
        Clause clause = ((Parsed.Query) QueryText.parse(query)).clause();
        List<Post> all = x.posts.all().descendingMap().values().stream().toList();
        for (int skipped : new int[] {0, 7, 31}) {
            long high = all.get(skipped).id().value();
            long low = all.get(all.size() - 1 - skipped).id().value();
            assertThat(new Candidates(x.posts, x.users)
                            .of(clause, low, high)
                            .filter(post -> matching.matches(clause, post)))
                    .containsExactlyElementsOf(all.stream()
                            .filter(post -> low < post.id().value() && post.id().value() < high)
                            .filter(post -> matching.matches(clause, post))
                            .toList());
        }
    }

    @Test
    void findsWhatWritesAHandleWhoeverHasItNow() {
        Post post = x.posted("bob", "@acme_help hello", null);
        x.account.change("acme", user -> user.withProfile("acme_help", user.name(), 0, false));
        Clause clause = ((Parsed.Query) QueryText.parse("@ACME_help")).clause();
        assertThat(new Candidates(x.posts, x.users).of(clause, 0, Long.MAX_VALUE))
                .containsExactly(post);
    }

    @Property
    void everyTextIsEitherAQueryOrWrong(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 40) String text) {
        assertThat(QueryText.parse(text)).isNotNull();
    }

    private boolean found(String query, Post post) {
        Parsed parsed = QueryText.parse(query);
        assertThat(parsed).isInstanceOf(Parsed.Query.class);
        return parsed instanceof Parsed.Query(Clause clause) && new Matching(x.posts, x.users).matches(clause, post);
    }
}
