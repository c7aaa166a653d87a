package dev.heed.x.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written: it is read or refused in words, and what is read is written so that it reads the same. */
class QueryPropertyTest {

    @Property(tries = 1000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        check(text);
    }

    @Property(tries = 4000)
    void anythingThatLooksLikeAQueryIsReadOrRefused(@ForAll("looksLikeAQuery") String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> looksLikeAQuery() {
        return Arbitraries.of(
                        " ",
                        " ",
                        " OR ",
                        "OR",
                        "(",
                        ")",
                        "-",
                        "\"",
                        "acme",
                        "@acme",
                        "#fail",
                        "$ACME",
                        "from:",
                        "from:acme",
                        "is:reply",
                        "is:nullcast",
                        "has:media",
                        "lang:en",
                        "url:",
                        "url:\"a b\"",
                        "entity:\"Wile E\"",
                        "😃",
                        "?",
                        "point_radius:[1 2 3mi]",
                        "[",
                        "]",
                        ":",
                        "conversation_id:1",
                        "context:1.*",
                        "list:1",
                        "\t",
                        "\u00a0",
                        "é")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static void check(String text) {
        switch (Query.read(text, 512)) {
            case QueryReading.Wrong(var problems) ->
                assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.words()).isNotBlank();
                    assertThat(problem.start()).isBetween(0, text.length());
                    assertThat(problem.end()).isBetween(problem.start(), text.length());
                });
            case QueryReading.Understood(Query query) -> {
                assertThat(Query.read(query.text(), 4096)).isEqualTo(new QueryReading.Understood(query));
                Query narrowed = query.withoutReposts(List.of("acme"), 4096);
                assertThat(Query.read(narrowed.text(), 4096)).isEqualTo(new QueryReading.Understood(narrowed));
                assertThat(narrowed.withoutReposts(List.of("acme"), 4096)).isEqualTo(narrowed);
            }
        }
    }
}
