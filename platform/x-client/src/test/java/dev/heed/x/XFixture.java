package dev.heed.x;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Configurations and bodies for the tests of this room. */
final class XFixture {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private XFixture() {}

    static XConfig config(String url, Dialect dialect, Duration timeout) {
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
                return Optional.of("client-secret");
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
               "edit_history_post_ids":["2083157183716917248"],
               "note_post":{"text":"@acme my order is late and here is the long story","entities":{"mentions":[{"start":0,"end":5,"username":"acme","id":"1"}]}},
               "referenced_posts":[{"type":"replied_to","id":"2083157183716917000"},{"type":"quoted","id":"42"}],
               "entities":{"mentions":[{"start":0,"end":5,"username":"Acme"}]}, "newly_invented": {"x": 1}},
              {"id":"no id at all","text":"broken"}],
             "includes":{"users":[{"id":"7","username":"jo","name":"Jo"}],"posts":[{"id":"42","text":"…"}]},
             "meta":{"result_count":2,"next_token":"7140w"}}
            """;

    /** And in the old one. */
    static final String OLD_PAGE = NEW_PAGE.replace("edit_history_post_ids", "edit_history_tweet_ids")
            .replace("note_post", "note_tweet")
            .replace("referenced_posts", "referenced_tweets")
            .replace("\"posts\":[", "\"tweets\":[");
}
