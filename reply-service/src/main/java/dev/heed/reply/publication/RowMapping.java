package dev.heed.reply.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.guard.Check;
import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Ready;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.publication.PublicationState.Unknown;
import dev.heed.reply.publication.PublicationState.Unsettled;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between a row and a publication, by hand, so that the states stay free of the table. */
final class RowMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowMapping() {}

    static PublicationRow row(Publication publication) {
        PublicationRow row = new PublicationRow();
        Reply reply = publication.reply();
        row.id = reply.id().value();
        row.ticketId = reply.ticketId();
        row.accountId = reply.accountId();
        row.accountHandle = reply.accountHandle();
        row.inReplyTo = reply.inReplyTo();
        row.text = reply.text();
        row.textSha256 = reply.textSha256();
        row.author = reply.author();
        row.guards = write(reply.guards());
        row.policyVersion = reply.policyVersion();
        row.intendedAt = reply.intendedAt();
        row.traceparent = reply.traceparent();
        put(row, publication.state());
        return row;
    }

    /** Writes the state; what a state does not have keeps its last value, as the history of the row. */
    static void put(PublicationRow row, PublicationState state) {
        row.attempt = state.attempt();
        row.dueAt = state.due().orElse(null);
        row.sealed = !(state instanceof AwaitingSeal);
        row.holdReason = state instanceof Ready ready ? ready.holdReason() : null;
        row.needsPerson = state instanceof Unsettled;
        switch (state) {
            case AwaitingSeal awaiting -> row.state = "intended";
            case Ready ready -> row.state = "intended";
            case Sending sending -> putSending(row, sending);
            case Unknown unknown -> putUnknown(row, unknown);
            case Published published -> putPublished(row, published);
            case Refused refused -> putRefused(row, refused);
        }
    }

    static Publication publication(PublicationRow row) {
        Reply reply = new Reply(
                new ReplyId(row.id),
                row.ticketId,
                row.accountId,
                row.accountHandle,
                row.inReplyTo,
                row.text,
                row.author,
                read(row.guards),
                row.policyVersion,
                row.intendedAt,
                row.traceparent);
        return new Publication(reply, state(row));
    }

    private static PublicationState state(PublicationRow row) {
        return switch (row.state) {
            case "intended" ->
                row.sealed ? new Ready(row.attempt, known(row.dueAt), row.holdReason) : new AwaitingSeal();
            case "sending" ->
                new Sending(
                        row.attempt,
                        known(row.sendingEpoch),
                        row.textSha256,
                        known(row.sendingSince),
                        known(row.dueAt));
            case "unknown" -> unknown(row);
            case "published" ->
                new Published(
                        row.attempt,
                        known(row.postId),
                        known(row.endedAt),
                        HowKnown.valueOf(known(row.howKnown).toUpperCase(Locale.ROOT)),
                        settlement(row));
            case "refused" ->
                new Refused(row.attempt, known(row.reason), known(row.detail), known(row.endedAt), settlement(row));
            default -> throw new IllegalStateException("Publication " + row.id + " is in no known state: " + row.state);
        };
    }

    private static Unknown unknown(PublicationRow row) {
        UnknownCause cause = UnknownCause.valueOf(known(row.unknownCause));
        String detail = known(row.detail);
        Instant since = known(row.unknownSince);
        return row.needsPerson
                ? new Unsettled(row.attempt, cause, detail, since)
                : new Settling(row.attempt, cause, detail, since, row.absences, known(row.dueAt));
    }

    private static void putSending(PublicationRow row, Sending sending) {
        row.state = "sending";
        row.sendingEpoch = sending.epoch();
        row.sendingSince = sending.since();
    }

    private static void putUnknown(PublicationRow row, Unknown unknown) {
        row.state = "unknown";
        row.unknownCause = unknown.cause().name();
        row.unknownSince = unknown.since();
        row.detail = unknown.detail();
        row.absences = unknown instanceof Settling settling ? settling.absences() : row.absences;
    }

    private static void putPublished(PublicationRow row, Published published) {
        row.state = "published";
        row.postId = published.postId();
        row.howKnown = published.howKnown().word();
        row.endedAt = published.at();
        row.detail = null;
        putSettlement(row, published.settled());
    }

    private static void putRefused(PublicationRow row, Refused refused) {
        row.state = "refused";
        row.reason = refused.reason();
        row.detail = refused.detail();
        row.endedAt = refused.at();
        putSettlement(row, refused.settled());
    }

    private static void putSettlement(PublicationRow row, @Nullable Settlement settled) {
        row.settledBy = settled == null ? null : settled.who();
        row.settledWhy = settled == null ? null : settled.why();
        row.settledAt = settled == null ? null : settled.at();
    }

    private static @Nullable Settlement settlement(PublicationRow row) {
        return row.settledBy == null || row.settledWhy == null || row.settledAt == null
                ? null
                : new Settlement(row.settledBy, row.settledWhy, row.settledAt);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that this state always fills is empty");
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
