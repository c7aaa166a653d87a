package dev.heed.xsim.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.query.Query;
import dev.heed.x.query.QueryReading;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Of the operators that both know, both take the same queries, and what one writes the other takes. */
class SameLanguageTest {

    @Property(tries = 5000)
    void whatOneTakesTheOtherTakes(@ForAll("pieces") String text) {
        boolean simulatorTakes = QueryText.parse(text) instanceof Parsed.Query;
        QueryReading reading = Query.read(text, 4096);
        boolean weTake = reading instanceof QueryReading.Understood;
        Statistics.collect(weTake ? "taken" : "refused");
        assertThat(weTake).as(text).isEqualTo(simulatorTakes);
        if (reading instanceof QueryReading.Understood(Query query)) {
            assertThat(QueryText.parse(query.text())).as(query.text()).isInstanceOf(Parsed.Query.class);
        }
    }

    /** Pieces of the language in any order: about as many queries as what is none. */
    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> sought = Arbitraries.of(
                "acme",
                "coca-cola",
                "größe",
                "😃",
                "\"acme rocket\"",
                "@acme",
                "#fail",
                "$ACME",
                "from:acme",
                "to:wile",
                "FROM:Acme",
                "url:\"https://acme.example/a\"",
                "url:acme",
                "conversation_id:12",
                "in_reply_to_tweet_id:12",
                "quotes_of_tweet_id:12");
        Arbitrary<String> narrowing = Arbitraries.of(
                "is:reply",
                "is:quote",
                "is:retweet",
                "is:verified",
                "has:mentions",
                "has:links",
                "has:hashtags",
                "has:media",
                "has:images",
                "lang:en");
        Arbitrary<String> structure = Arbitraries.of(
                " ",
                "OR",
                " OR ",
                "(",
                ")",
                "-",
                "-(",
                "\"",
                "\t",
                "colour:red",
                "is:happy",
                "has:",
                "conversation_id:x",
                "url:",
                "?");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, sought.map(word -> word + " ")),
                        net.jqwik.api.Tuple.of(2, narrowing.map(word -> word + " ")),
                        net.jqwik.api.Tuple.of(1, sought.map(word -> "-" + word + " ")),
                        net.jqwik.api.Tuple.of(2, sought.map(word -> "(" + word + " OR acme) ")),
                        net.jqwik.api.Tuple.of(1, structure))
                .list()
                .ofMaxSize(8)
                .map(words -> String.join("", words));
    }
}
