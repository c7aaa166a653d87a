package dev.heed.reply.publication;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code publication}: the reply in columns of its own, the state flattened; read and written by {@link RowMapping}. */
@Entity
@Table(name = "publication")
class PublicationRow {
    @Id
    UUID id = new UUID(0, 0);

    /** The fence between a writer and a lead who settles at the same moment. */
    @Version
    long version;

    String ticketId = "";

    String accountId = "";

    String accountHandle = "";

    String inReplyTo = "";

    String text = "";

    String textSha256 = "";

    String author = "";

    /** JSON array of checks. */
    String guards = "[]";

    @Nullable
    String policyVersion;

    Instant intendedAt = Instant.EPOCH;

    String traceparent = "";

    /** {@code intended}, {@code sending}, {@code published}, {@code refused}, {@code unknown}. */
    String state = "intended";

    /** The audit log holds the intent. */
    boolean sealed;

    int attempt = 1;

    /** When to act next; null while there is nothing to do. */
    @Nullable
    Instant dueAt;

    @Nullable
    String holdReason;

    @Nullable
    Long sendingEpoch;

    @Nullable
    Instant sendingSince;

    @Nullable
    String unknownCause;

    @Nullable
    Instant unknownSince;

    int absences;

    boolean needsPerson;

    @Nullable
    String postId;

    @Nullable
    String howKnown;

    /** Why refused: a stable word. */
    @Nullable
    String reason;

    /** Why refused or unknown, for people. */
    @Nullable
    String detail;

    /** When it was published or refused. */
    @Nullable
    Instant endedAt;

    @Nullable
    String settledBy;

    @Nullable
    String settledWhy;

    @Nullable
    Instant settledAt;
}
