package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.local.api.Answer;
import dev.heed.local.api.DraftView;
import dev.heed.local.api.EntryView;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.TicketView;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningHeed.class)
class ExactlyOnceIT {
    private static final String BRAND = "OnceAir";
    private static final String TEXT = "@doubtful_dan It left on time and is on its way to you.";

    @Test
    void aPostThatXTookWithoutAnsweringIsFoundAndNotRepeated(Heed heed) {
        heed.runs(BRAND);
        String post = heed.customerPosts("doubtful_dan", "@" + BRAND + " where is my parcel, it is late");
        TicketView ticket = heed.claimedBy("agent", post);
        DraftView draft = heed.draft(ticket, post, TEXT, "agent");
        heed.simulator().fault("{\"endpoint\":\"createPost\",\"count\":1,\"afterEffect\":true,\"delayMillis\":20000}");

        Answer publish = heed.product().publish(draft.id(), "agent");

        assertThat(publish.succeeded()).as(publish.detail()).isTrue();
        DraftView published = heed.published(draft.id(), "agent");
        assertThat(published.howKnown()).isEqualTo("reconciled");
        List<LedgerPost> posted = heed.simulator().ledger("").stream()
                .filter(candidate -> Objects.equals(candidate.inReplyTo(), post))
                .toList();
        assertThat(posted).extracting(LedgerPost::id).containsExactly(String.valueOf(published.postId()));
        await("the one entry")
                .atMost(Heed.SOON)
                .untilAsserted(() -> assertThat(heed.product().entriesOf(ticket.id()).stream()
                                .filter(entry -> entry.kind().equals("response"))
                                .toList())
                        .extracting(EntryView::postId)
                        .containsExactly(published.postId()));
    }
}
