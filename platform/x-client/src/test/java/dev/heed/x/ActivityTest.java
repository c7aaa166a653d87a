package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {

    private static final String NEW = """
            {"data":{"event_type":"post.reply.create","event_uuid":"12","filter":{"user_id":"4711"},"tag":"heed",
            "payload":{"id":"1990000000000000001","author_id":"77","text":"@acme where is it?",
            "created_at":"2026-11-01T10:00:00.000Z","conversation_id":"1990000000000000000","in_reply_to_user_id":"4711",
            "referenced_posts":[{"type":"replied_to","id":"1990000000000000000"}],
            "edit_history_post_ids":["1990000000000000001"],"note_post":{"text":"@acme where is it? All of it."}},
            "includes":{"users":[{"id":"77","username":"bob","name":"Bob"}]}}}
            """;
    private static final String OLD = NEW.replace("referenced_posts", "referenced_tweets")
            .replace("edit_history_post_ids", "edit_history_tweet_ids")
            .replace("note_post", "note_tweet");

    @Test
    void aPostIsReadTheSameFromEitherDialect() {
        XActivity activity = XActivity.read(NEW);

        assertThat(activity).isEqualTo(XActivity.read(OLD));
        assertThat(activity.uuid()).isEqualTo("12");
        assertThat(activity.type()).isEqualTo("post.reply.create");
        assertThat(activity.userId()).isEqualTo("4711");
        assertThat(activity.what()).isInstanceOfSatisfying(XActivity.What.Posted.class, posted -> {
            assertThat(posted.post().text()).isEqualTo("@acme where is it? All of it.");
            assertThat(posted.post().repliedTo()).isEqualTo("1990000000000000000");
            assertThat(posted.post().author())
                    .isNotNull()
                    .extracting(XUser::username)
                    .isEqualTo("bob");
        });
    }

    @Test
    void aDeletionTellsWhichPost() {
        assertThat(XActivity.read(
                                "{\"data\":{\"event_type\":\"post.delete\",\"payload\":{\"id\":\"5\",\"author_id\":\"77\"}}}")
                        .what())
                .isEqualTo(new XActivity.What.Deleted("5", "77"));
    }

    @Test
    void aMessageTellsWhoSentItAndNeverPrintsWhatItSays() {
        XActivity activity = XActivity.read("""
                {"data":{"event_type":"dm.received","payload":{"id":"9","event_type":"MessageCreate","text":"my pin is 1234",
                "sender_id":"77","dm_conversation_id":"77-4711","created_at":"2026-11-01T10:00:00.000Z"}}}
                """);
        assertThat(activity.what()).isInstanceOfSatisfying(XActivity.What.Messaged.class, messaged -> {
            assertThat(messaged.message().text()).isEqualTo("my pin is 1234");
            assertThat(messaged.message().conversationId()).isEqualTo("77-4711");
        });
        assertThat(activity.toString()).doesNotContain("1234");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json                                                                 | it is not a JSON object with data
            []                                                                       | it is not a JSON object with data
            {"data":[]}                                                              | it is not a JSON object with data
            {"data":{}}                                                              | it has no event_type
            {"data":{"event_type":"post.create","payload":{"id":"1"}}}               | its post has no id or no author
            {"data":{"event_type":"post.delete","payload":{"id":"x"}}}               | it does not tell which post was deleted
            {"data":{"event_type":"dm.received","payload":{"id":"1","text":"hi"}}}   | its message has no id or no sender
            """)
    void whatCannotBeReadSaysWhy(String body, String why) {
        assertThat(XActivity.read(body).what()).isEqualTo(new XActivity.What.Unreadable(why));
    }

    @Test
    void whatIsNotOfOurKindsIsOther() {
        assertThat(XActivity.read("{\"data\":{\"event_type\":\"follow.follow\"}}")
                        .what())
                .isEqualTo(new XActivity.What.Other());
    }
}
