package dev.heed.reply.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.Verdict;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Unknown;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of {@code reply.intended.v1}, {@code reply.published.v1}, {@code reply.refused.v1} and {@code reply.unknown.v1}:
 * the reply itself, and after it what the event tells. What an event does not tell is absent.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplyEventV1(
        String replyId,
        String ticketId,
        Account account,
        String inReplyTo,
        String text,
        String textSha256,
        String author,
        int attempt,
        List<Guard> guards,
        @Nullable String policyVersion,
        Instant intendedAt,
        @Nullable String postId,
        @Nullable Instant publishedAt,
        @Nullable HowKnown howKnown,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant refusedAt,
        @Nullable Instant at) {

    record Account(String id, String handle) {}

    record Guard(String guard, Verdict verdict, String reason) {
        static Guard of(Check check) {
            return new Guard(check.guard(), check.verdict(), check.reason());
        }
    }

    static Event intended(Publication publication) {
        return event("reply.intended.v1", publication, null, null, null, null, null, null, null);
    }

    static Event published(Publication publication, Published state) {
        return event(
                "reply.published.v1",
                publication,
                state.postId(),
                millis(state.at()),
                state.howKnown(),
                null,
                null,
                null,
                null);
    }

    static Event refused(Publication publication, Refused state) {
        return event(
                "reply.refused.v1",
                publication,
                null,
                null,
                null,
                state.reason(),
                state.detail(),
                millis(state.at()),
                null);
    }

    static Event unknown(Publication publication, Unknown state, Instant at) {
        return event(
                "reply.unknown.v1",
                publication,
                null,
                null,
                null,
                state.cause().word(),
                state.detail(),
                null,
                millis(at));
    }

    private static Event event(
            String type,
            Publication publication,
            @Nullable String postId,
            @Nullable Instant publishedAt,
            @Nullable HowKnown howKnown,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant refusedAt,
            @Nullable Instant at) {
        Reply reply = publication.reply();
        ReplyEventV1 data = new ReplyEventV1(
                reply.id().toString(),
                reply.ticketId(),
                new Account(reply.accountId(), reply.accountHandle()),
                reply.inReplyTo(),
                reply.text(),
                reply.textSha256(),
                reply.author(),
                publication.state().calls(),
                reply.guards().stream().map(Guard::of).toList(),
                reply.policyVersion(),
                millis(reply.intendedAt()),
                postId,
                publishedAt,
                howKnown,
                reason,
                detail,
                refusedAt,
                at);
        return new Event(type, reply.id().toString(), reply.accountId(), data, Trace.continueFrom(reply.traceparent()));
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
