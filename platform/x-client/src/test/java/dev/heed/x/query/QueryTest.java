package dev.heed.x.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "coca-cola",
                "\"acme rocket\" -coyote",
                "@acme #fail $ACME",
                "(acme OR \"acme corp\") lang:en has:media",
                "from:acme to:wile url:\"https://acme.example/x\" retweets_of:acme",
                "conversation_id:1334987486343299072 in_reply_to_tweet_id:1 quotes_of_tweet_id:2 retweets_of_tweet_id:3",
                "context:10.799022225751871488 OR entity:\"Michael Jordan\"",
                "place:\"new york city\" OR place:seattle OR place_country:GB",
                "point_radius:[2.355128 48.861118 16km] OR bounding_box:[-105.301758 39.964069 -105.178505 40.09455]",
                "acme -is:nullcast -is:retweet is:verified has:video_link",
                "(😃 OR 😡) 😬",
                "ракета アクメ größe"
            })
    void whatXDocumentsIsRead(String text) {
        assertThat(normal(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  acme   rocket | acme rocket",
                "((acme)) | acme",
                "(acme rocket) coyote | acme rocket coyote",
                "acme OR (rocket OR coyote) | acme OR rocket OR coyote",
                "apple OR iphone ipad | apple OR (iphone ipad)",
                "(apple OR iphone)ipad | (apple OR iphone) ipad",
                "FROM:Acme | from:Acme",
                "in_reply_to_status_id:1 | in_reply_to_tweet_id:1",
                "url:acme.example | url:\"acme.example\"",
                "entity:\"Barcelona\" | entity:Barcelona",
                "point_radius:[1.0   2.0   3mi] | point_radius:[1.0 2.0 3mi]"
            })
    void oneMeaningIsWrittenInOneWay(String text, String written) {
        assertThat(normal(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme) | 4 | closes nothing",
                "(acme | 0 | never closed",
                "\"acme | 0 | no partner",
                "acme OR | 7 | missing",
                "OR acme | 0 | missing",
                "acme () | 6 | missing",
                "acme - rocket | 5 | without a blank",
                "(acme -) | 6 | without a blank",
                "skiing -(snow OR day) | 7 | -this -that",
                "has:media | 0 | something to look for",
                "acme OR has:links | 0 | something to look for",
                "-acme | 0 | something to look for",
                "acme is:nullcast | 5 | minus",
                "acme colour:red | 5 | no operator colour:",
                "see https://acme.example | 4 | url:",
                "acme is:happy | 5 | retweet, reply",
                "acme lang: en | 5 | language code",
                "conversation_id:acme | 0 | digits",
                "@ac.me | 0 | handle",
                "acme ??? | 5 | no letter",
                "\" \" | 0 | nothing between",
                "list:1 list:2 | 7 | only once"
            })
    void whatXWouldRefuseIsToldInWordsWithItsPlace(String text, int start, String words) {
        QueryProblem problem = problems(text).getFirst();
        assertThat(problem.words()).contains(words);
        assertThat(problem.start()).isEqualTo(start);
        assertThat(problem.end()).isBetween(start, text.length());
    }

    @Test
    void everyWrongValueIsToldAtOnce() {
        assertThat(problems("lang:english is:new acme colour:red"))
                .extracting(QueryProblem::start)
                .containsExactly(0, 13, 25);
    }

    @Test
    void nothingToLookForIsTold() {
        assertThat(problems("  ").getFirst().words()).contains("Write what to look for");
    }

    @Test
    void aQueryHasALength() {
        assertThat(Query.read("a".repeat(512), 512)).isInstanceOf(QueryReading.Understood.class);
        assertThat(Query.read("😃".repeat(512), 512)).isInstanceOf(QueryReading.Understood.class);
        assertThat(problems("a".repeat(513)).getFirst())
                .isEqualTo(new QueryProblem(512, 513, "A query has at most 512 characters; this one has 513."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme | acme -is:retweet -from:acme -from:acme_care",
                "acme OR rocket | (acme OR rocket) -is:retweet -from:acme -from:acme_care",
                "acme -is:retweet -from:@ACME | acme -is:retweet -from:@ACME -from:acme_care",
                "rocket is:retweet | rocket is:retweet -from:acme -from:acme_care",
                "retweets_of:acme | retweets_of:acme -from:acme -from:acme_care"
            })
    void repostsAndOurOwnWordsAreLeftOut(String text, String asked) {
        assertThat(read(text).withoutReposts(List.of("acme", "acme_care"), 512).text())
                .isEqualTo(asked);
    }

    @Test
    void whatNoLongerFitsIsNotLeftOut() {
        String long490 = "a".repeat(490);
        assertThat(read(long490)
                        .withoutReposts(List.of("acme", "acme_care"), 512)
                        .text())
                .isEqualTo(long490 + " -is:retweet");
    }

    private static String normal(String text) {
        return read(text).text();
    }

    private static Query read(String text) {
        assertThat(Query.read(text, 512)).isInstanceOf(QueryReading.Understood.class);
        return ((QueryReading.Understood) Query.read(text, 512)).query();
    }

    private static List<QueryProblem> problems(String text) {
        assertThat(Query.read(text, 512)).isInstanceOf(QueryReading.Wrong.class);
        return ((QueryReading.Wrong) Query.read(text, 512)).problems();
    }
}
