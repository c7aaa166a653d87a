package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.local.api.Answer;
import dev.heed.local.api.DraftView;
import dev.heed.local.api.EntryView;
import dev.heed.local.api.TicketView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningHeed.class)
class TraceIT {
    private static final String BRAND = "TraceMobile";

    @Test
    void oneTraceRunsThroughAllFourServices(Heed heed) {
        heed.runs(BRAND);
        String post = heed.customerPosts("tracy_trail", "@" + BRAND + " my invoice is wrong, please help me");
        TicketView ticket = heed.claimedBy("agent", post);
        DraftView draft = heed.draft(ticket, post, "@tracy_trail We are on it, one moment please.", "agent");
        Answer publish = heed.product().publish(draft.id(), "agent");
        assertThat(publish.succeeded()).as(publish.detail()).isTrue();
        heed.published(draft.id(), "agent");

        String heard = heed.product().mention(post, BRAND).orElseThrow().traceId();
        assertThat(heard).matches("[0-9a-f]{32}");
        assertThat(ticket.traceId())
                .as("routing goes on with ingestion's trace")
                .isEqualTo(heard);
        await("response entry").atMost(Heed.SOON).untilAsserted(() -> {
            List<EntryView> ofTheReply = heed.product().entriesOf(ticket.id()).stream()
                    .filter(entry -> draft.id().equals(entry.replyId()))
                    .toList();
            assertThat(ofTheReply).extracting(EntryView::kind).contains("intent", "response");
            assertThat(ofTheReply)
                    .as("audit seals what reply sent under the same trace")
                    .extracting(EntryView::traceId)
                    .containsOnly(heard);
        });
    }
}
