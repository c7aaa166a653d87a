package dev.heed.audit.entry;

import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code entry.sealed.v1}: this is on the record. {@code leafHash} in base64. */
@RegisterForReflection
record EntrySealedV1(
        long index,
        String kind,
        String leafHash,
        @Nullable String replyId,
        @Nullable String ticketId,
        Instant sealedAt) {

    static final String TYPE = "entry.sealed.v1";

    /** Nobody waits for the seal of a finding; replies and tickets are waited for. */
    static boolean isTold(Entry entry) {
        return entry.facts().kind() != Kind.FINDING;
    }

    static Event of(Entry entry) {
        Unsealed facts = entry.facts();
        return new Event(
                TYPE,
                facts.subject(),
                facts.account(),
                new EntrySealedV1(
                        entry.index(),
                        facts.kind().word(),
                        entry.leafHash().base64(),
                        facts.replyId(),
                        facts.ticketId(),
                        entry.sealedAt()),
                Trace.continueFrom(facts.source().traceparent()));
    }
}
