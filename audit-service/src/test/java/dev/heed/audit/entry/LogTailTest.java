package dev.heed.audit.entry;

import static dev.heed.audit.entry.UnsealedFixture.NOW;
import static dev.heed.audit.entry.UnsealedFixture.intent;
import static dev.heed.audit.entry.UnsealedFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.audit.entry.LogTail.KnownResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogTailTest {

    @Test
    void goes_on_where_the_log_ends() {
        LogTail tail = new LogTail(7, Set.of(), List.of());

        List<Entry> sealed = tail.seal(List.of(intent("r-1", "a"), response("r-1", "9001", "a")), NOW);

        assertThat(sealed).extracting(Entry::index).containsExactly(7L, 8L);
        assertThat(sealed).extracting(entry -> entry.facts().kind()).containsExactly(Kind.INTENT, Kind.RESPONSE);
    }

    @Test
    void an_event_that_is_sealed_is_not_sealed_again() {
        Unsealed known = intent("r-1", "a");
        Unsealed fresh = intent("r-2", "b");
        LogTail tail = new LogTail(1, Set.of(known.source().event()), List.of());

        assertThat(tail.seal(List.of(known, fresh, fresh), NOW))
                .extracting(entry -> entry.facts().replyId())
                .containsExactly("r-2");
    }

    @Test
    void a_publication_said_again_word_for_word_adds_nothing() {
        LogTail tail = new LogTail(1, Set.of(), List.of(new KnownResponse("r-1", "9001", "sha-of-a")));

        assertThat(tail.seal(List.of(response("r-1", "9001", "a")), NOW)).isEmpty();
    }

    @Test
    void the_same_reply_as_another_post_is_a_conflict() {
        LogTail tail = new LogTail(1, Set.of(), List.of(new KnownResponse("r-1", "9001", "sha-of-a")));

        assertThat(tail.seal(List.of(response("r-1", "9002", "a")), NOW))
                .extracting(entry -> entry.facts().kind())
                .containsExactly(Kind.CONFLICT);
    }

    @Test
    void the_same_post_with_another_text_is_a_conflict() {
        LogTail tail = new LogTail(1, Set.of(), List.of(new KnownResponse("r-1", "9001", "sha-of-a")));

        assertThat(tail.seal(List.of(response("r-1", "9001", "b")), NOW))
                .extracting(entry -> entry.facts().kind())
                .containsExactly(Kind.CONFLICT);
    }

    @Test
    void one_post_as_two_replies_is_a_conflict_within_a_batch_too() {
        LogTail tail = new LogTail(0, Set.of(), List.of());

        assertThat(tail.seal(List.of(response("r-1", "9001", "a"), response("r-2", "9001", "a")), NOW))
                .extracting(entry -> entry.facts().kind())
                .containsExactly(Kind.RESPONSE, Kind.CONFLICT);
    }
}
