package dev.heed.ingestion.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as shown. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Account")
record AccountView(
        @Schema(description = "X's id of the user") String id,

        @Schema(description = "Without @") String handle,

        String name,

        @Schema(description = "active; paused by an administrator; or refused: X did not let us listen the last time")
        String status,

        @Schema(description = "Why X refuses, and what to do about it; absent while it does not") @Nullable
        String refusedWhy,

        @Schema(
                description =
                        "What listening may cost in a calendar month, in millionths of a dollar; absent: no bound")
        @Nullable
        Long monthlyBudgetMicros,

        @Schema(description = "The newest post that was met; absent before the first") @Nullable
        String lastHeardPostId,

        @Schema(description = "When X was last asked to the end; absent before the first time") @Nullable
        Instant lastPolledAt,

        @Schema(description = "Seconds since lastPolledAt: how old our hearing is") @Nullable
        Long lagSeconds) {

    /** A list of accounts; all of them fit on one page. */
    @RegisterForReflection
    @Schema(name = "Accounts")
    record Page(List<AccountView> items) {}

    static AccountView of(Account account, Instant now) {
        Instant polled = account.lastPolledAt();
        return new AccountView(
                account.id().value(),
                account.handle(),
                account.name(),
                account.status().word(),
                account.refusedWhy(),
                account.monthlyBudgetMicros(),
                account.lastHeardPostId(),
                polled,
                polled == null
                        ? null
                        : Math.max(0, Duration.between(polled, now).toSeconds()));
    }
}
