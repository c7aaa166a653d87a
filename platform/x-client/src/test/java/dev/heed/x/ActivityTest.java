package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {

    static final String NEW = """
            {"data":{"event_type":"post.reply.create","event_uuid":"12","filter":{"user_id":"4711"},"tag":"heed",
            "payload":{"id":"1990000000000000001","author_id":"77","text":"@acme where is it?",
            "created_at":"2026-11-01T10:00:00.000Z","conversation_id":"1990000000000000000","in_reply_to_user_id":"4711",
            "referenced_posts":[{"type":"replied_to","id":"1990000000000000000"}],
            "edit_history_post_ids":["1990000000000000001"],"note_post":{"text":"@acme where is it? All of it."}},
            "includes":{"users":[{"id":"77","username":"bob","name":"Bob"}]}}}
            """;
    static final String OLD = NEW.replace("referenced_posts", "referenced_tweets")
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
            assertThat(messaged.messages().getFirst().text()).isEqualTo("my pin is 1234");
            assertThat(messaged.messages().getFirst().conversationId()).isEqualTo("77-4711");
        });
        assertThat(activity.toString()).doesNotContain("1234");
    }

    /** The shape of X's published example. */
    static final String DELIVERED = """
            {"data":{"event_uuid":"-6850472171600526495","filter":{"user_id":"4711"},"event_type":"dm.received","tag":"heed",
            "payload":{"direct_message_events":[{"type":"message_create","id":"2080765901528535096",
            "created_timestamp":"1784928224372","message_create":{"target":{"recipient_id":"4711"},"sender_id":"77",
            "message_data":{"text":"A &amp; B: my pin is 1234","entities":{"hashtags":[],"symbols":[],"user_mentions":[],"urls":[]},
            "attachment":{"type":"media","media":{"id":1,"type":"photo","media_url_https":"https://ton.twitter.com/1.jpg","ext_alt_text":"my card"}}}}}],
            "users":{"77":{"data":{"id":"77","username":"bob","name":"Bob","public_metrics":{"followers_count":97}}},
            "4711":{"data":{"id":"4711","username":"acme","name":"Acme"}}}}}}
            """;

    @Test
    void aMessageIsReadAsXPublishesItsDelivery() {
        XActivity activity = XActivity.read(DELIVERED);
        assertThat(activity.what())
                .isEqualTo(new XActivity.What.Messaged(
                        List.of(new XMessage(
                                "2080765901528535096",
                                null,
                                "77",
                                new XUser("77", "bob", "Bob", 97L, null, null, null, null),
                                "A & B: my pin is 1234",
                                Instant.ofEpochMilli(1_784_928_224_372L),
                                1,
                                List.of(new XMedia("photo", null, "my card")))),
                        0));
        assertThat(activity.toString()).doesNotContain("1234", "my card");
        assertThat(XActivity.read(DELIVERED.replace("ton.twitter.com", "pbs.twimg.com"))
                        .what())
                .isInstanceOfSatisfying(
                        XActivity.What.Messaged.class,
                        messaged -> assertThat(messaged.messages().getFirst().media())
                                .containsExactly(new XMedia("photo", "https://pbs.twimg.com/1.jpg", "my card")));
    }

    @Test
    void theUsersOfAccountActivityAreReadToo() {
        assertThat(XActivity.read(DELIVERED.replace(
                                "{\"data\":{\"id\":\"77\",\"username\":\"bob\",\"name\":\"Bob\",\"public_metrics\":{\"followers_count\":97}}}",
                                "{\"id\":\"77\",\"screen_name\":\"bob\",\"name\":\"Bob\"}"))
                        .what())
                .isInstanceOfSatisfying(
                        XActivity.What.Messaged.class,
                        messaged -> assertThat(messaged.messages().getFirst().sender())
                                .isEqualTo(new XUser("77", "bob", "Bob")));
    }

    @Test
    void ofSeveralMessagesThoseThatCanBeReadAreAndTheOthersAreCounted() {
        assertThat(XActivity.read(DELIVERED.replace(
                                "\"direct_message_events\":[",
                                "\"direct_message_events\":[{\"type\":\"message_create\"},7,"))
                        .what())
                .isInstanceOfSatisfying(XActivity.What.Messaged.class, messaged -> {
                    assertThat(messaged.messages()).extracting(XMessage::id).containsExactly("2080765901528535096");
                    assertThat(messaged.unread()).isEqualTo(2);
                });
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
            {"data":{"event_type":"dm.received","payload":{"direct_message_events":[]}}}   | its message has no id or no sender
            {"data":{"event_type":"dm.received","payload":{"direct_message_events":"no"}}} | its message has no id or no sender
            {"data":{"event_type":"dm.received","payload":{"direct_message_events":[{"id":"1","message_create":[]}],"users":[3]}}} | its message has no id or no sender
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
