package dev.heed.ingestion.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as stored. */
@Entity
@Table(name = "account")
class AccountRow {

    @Id
    String id = "";

    String handle = "";
    String name = "";
    String status = AccountStatus.ACTIVE.word();

    @Column(name = "registered_at")
    Instant registeredAt = Instant.EPOCH;

    @Column(name = "refused_why")
    @Nullable
    String refusedWhy;

    @Column(name = "monthly_budget_micros")
    @Nullable
    Long monthlyBudgetMicros;

    @Column(name = "last_heard_post_id")
    @Nullable
    String lastHeardPostId;

    @Column(name = "last_polled_at")
    @Nullable
    Instant lastPolledAt;

    @Column(name = "resumed_at")
    @Nullable
    Instant resumedAt;

    /** What it was called on X before, if we saw that change. */
    @Column(name = "former_handle")
    @Nullable
    String formerHandle;

    @Column(name = "renamed_at")
    @Nullable
    Instant renamedAt;

    @Column(name = "to_clear")
    boolean toClear;

    Account toAccount() {
        return new Account(
                new AccountId(id),
                handle,
                name,
                AccountStatus.of(status),
                refusedWhy,
                monthlyBudgetMicros,
                lastHeardPostId,
                lastPolledAt,
                resumedAt,
                registeredAt);
    }
}
