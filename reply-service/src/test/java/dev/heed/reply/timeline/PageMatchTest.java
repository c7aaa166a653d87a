package dev.heed.reply.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageMatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void our_words_as_an_answer_to_that_post_are_the_post() {
        assertThat(PageMatch.of(page(post("9", "7", "@jane On it"), post("8", "6", "else")), sought()))
                .isEqualTo(new Reading.Found("9", NOW));
    }

    @Test
    void the_same_words_to_somebody_else_are_another_reply() {
        assertThat(PageMatch.of(page(post("9", "6", "On it")), sought())).isEqualTo(new Reading.Absent());
    }

    @Test
    void a_post_that_is_on_record_as_another_reply_is_not_it() {
        Sought sought = new Sought("1", "7", "On it", NOW, Set.of("9"));

        assertThat(PageMatch.of(page(post("9", "7", "On it")), sought)).isEqualTo(new Reading.Absent());
    }

    @Test
    void other_words_under_the_same_post_are_for_a_person_to_judge() {
        assertThat(PageMatch.of(page(post("9", "7", "On it now")), sought())).isInstanceOf(Reading.Ambiguous.class);
    }

    @Test
    void the_same_words_under_no_post_are_for_a_person_to_judge() {
        assertThat(PageMatch.of(page(post("9", null, "On it")), sought())).isInstanceOf(Reading.Ambiguous.class);
    }

    @Test
    void what_cannot_be_read_may_be_it() {
        assertThat(PageMatch.of(new XPage(List.of(), null, List.of("9")), sought()))
                .isInstanceOf(Reading.Ambiguous.class);
    }

    private static Sought sought() {
        return new Sought("1", "7", "On it", NOW, Set.of());
    }

    private static XPage page(XPost... posts) {
        return new XPage(List.of(posts), null, List.of());
    }

    private static XPost post(String id, @Nullable String repliedTo, String text) {
        return new XPost(id, text, "1", null, NOW, "5", null, repliedTo, null, null, List.of(id), List.of());
    }
}
