package dev.heed.ingestion.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.ingestion.account.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A watch as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Watch")
record WatchView(
        UUID id,
        AccountOfWatch account,
        String name,

        @Schema(description = "As it was written") String query,

        @Schema(description = "As X is asked: without reposts and what the company's own accounts write")
        String asked,

        @Schema(description = "active, paused, or refused: X does not take the query any more")
        String status,

        @Schema(description = "Why X does not take it, in X's words") @Nullable
        String refusal,

        AnswerableView answerable,

        @Schema(description = "What was posted before is not asked for")
        Instant listensFrom,

        String createdBy,
        Instant createdAt,

        @Schema(description = "When it last found something new; absent before the first time") @Nullable
        Instant lastHeardAt) {

    /** Id and handle of an account. */
    @Schema(name = "AccountOfWatch")
    record AccountOfWatch(String id, String handle) {}

    /** Whether X lets the account answer what it finds. */
    @Schema(name = "AnswerableByApi")
    record AnswerableView(boolean byApi, String why) {

        /** In general: a post that does address the account is a mention like any other, and says so itself. */
        static AnswerableView ofWatches(Account account) {
            return new AnswerableView(
                    false,
                    ("X lets an account answer by API only where the author mentions or quotes it; what a watch finds mostly does"
                                    + " not, and has to be answered by hand, on X's own pages. What does address @%s can be answered.")
                            .formatted(account.handle()));
        }
    }

    /** A list of watches; all of them fit on one page. */
    @Schema(name = "Watches")
    record Page(List<WatchView> items) {}

    static WatchView of(Watches.Listed listed, Account account) {
        Watch watch = listed.watch();
        return new WatchView(
                watch.id(),
                new AccountOfWatch(account.id().value(), account.handle()),
                watch.name(),
                watch.query(),
                watch.asked(),
                watch.status().word(),
                watch.refusal(),
                AnswerableView.ofWatches(account),
                watch.listensFrom(),
                watch.createdBy(),
                watch.createdAt(),
                listed.lastHeardAt().orElse(null));
    }
}
