package dev.heed.x;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Configurations and bodies for the tests of this room. */
final class XFixture {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private XFixture() {}

    static XConfig config(String url, Dialect dialect, Duration timeout) {
        return config(url, dialect, timeout, Optional.of("client-secret"));
    }

    static XConfig config(String url, Dialect dialect, Duration timeout, Optional<String> secret) {
        return new XConfig() {
            @Override
            public String apiUrl() {
                return url;
            }

            @Override
            public Dialect dialect() {
                return dialect;
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public Optional<String> bearerToken() {
                return Optional.of("app-only-secret");
            }

            @Override
            public Optional<String> clientId() {
                return Optional.of("our client");
            }

            @Override
            public Optional<String> clientSecret() {
                return secret;
            }

            @Override
            public Optional<String> authorizeUrl() {
                return Optional.empty();
            }
        };
    }

    static <T> XAnswer<T> await(Uni<XAnswer<T>> answer) {
        return answer.await().atMost(Duration.ofSeconds(20));
    }

    /** The same page in the new dialect. */
    static final String NEW_PAGE = """
            {"data":[
              {"id":"2083157183716917248","text":"@acme my order is…","author_id":"7","created_at":"2026-08-01T10:00:00.000Z",
               "conversation_id":"2083157183716917000","in_reply_to_user_id":"1","lang":"en",
               "edit_history_post_ids":["2083157183716917100","2083157183716917248"],"attachments":{"media_keys":["3_1","13_2","?"]},
               "note_post":{"text":"@acme my order is late and here is the long story","entities":{"mentions":[{"start":0,"end":5,"username":"acme","id":"1"}]}},
               "referenced_posts":[{"type":"replied_to","id":"2083157183716917000"},{"type":"quoted","id":"42"},{"type":"quoted","id":"43"}],
               "entities":{"mentions":[{"start":0,"end":5,"username":"Acme"}]}, "newly_invented": {"x": 1}},
              {"id":"no id at all","text":"broken"}],
             "includes":{"users":[{"id":"7","username":"jo","name":"Jo"}],"posts":[{"id":"42","text":"Tea &amp; cake","author_id":"8","created_at":"2026-07-01T10:00:00.000Z"},{"id":"44"}],
               "media":[{"media_key":"3_1","type":"photo","url":"https://pbs.example/1.jpg","alt_text":"A gate"},
                 {"media_key":"13_2","type":"video","preview_image_url":"https://pbs.example/2.jpg","variants":[
                   {"bit_rate":1,"content_type":"video/mp4","url":"https://video.example/low.mp4"},
                   {"bit_rate":9,"content_type":"video/mp4","url":"https://video.example/high.mp4"},
                   {"content_type":"application/x-mpegURL","url":"https://video.example/list.m3u8"}]},
                 {"media_key":"?","type":"hologram"}]},
             "meta":{"result_count":2,"next_token":"7140w"}}
            """;

    /** And in the old one. */
    static final String OLD_PAGE = NEW_PAGE.replace("edit_history_post_ids", "edit_history_tweet_ids")
            .replace("note_post", "note_tweet")
            .replace("referenced_posts", "referenced_tweets")
            .replace("\"posts\":[", "\"tweets\":[");
}
