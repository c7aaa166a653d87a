package dev.heed.reply.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.reply.guard.Check;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code draft}. */
@Entity
@Table(name = "draft")
class DraftRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    UUID id = new UUID(0, 0);

    /** Two writers at once: the second fails rather than overwrite the first. */
    @Version
    long version;

    String ticketId = "";

    String accountId = "";

    String inReplyTo = "";

    String text = "";

    String author = "";

    /** JSON array of {@link Check}. */
    String checks = "[]";

    Instant createdAt = Instant.EPOCH;

    Instant updatedAt = Instant.EPOCH;

    @Nullable
    Instant handedOverAt;

    static DraftRow of(Draft draft) {
        DraftRow row = new DraftRow();
        row.id = draft.id().value();
        row.ticketId = draft.ticketId();
        row.accountId = draft.accountId();
        row.inReplyTo = draft.inReplyTo();
        row.createdAt = draft.createdAt();
        row.take(draft);
        return row;
    }

    /** Takes over what may change in a draft's life. */
    void take(Draft draft) {
        text = draft.text();
        author = draft.author();
        checks = write(draft.checks());
        updatedAt = draft.updatedAt();
        handedOverAt = draft.handedOverAt();
    }

    Draft asDraft() {
        return new Draft(
                new ReplyId(id),
                ticketId,
                accountId,
                inReplyTo,
                text,
                author,
                read(checks),
                createdAt,
                updatedAt,
                handedOverAt);
    }

    private static String write(List<Check> checks) {
        try {
            return JSON.writeValueAsString(checks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Checks cannot be written", e);
        }
    }

    private static List<Check> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Check>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Checks cannot be read", e);
        }
    }
}
