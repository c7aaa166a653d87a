package dev.heed.audit.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log as one batch sees it while it holds the log's lock: decides which of the batch become entries, as what, and where.
 *
 * <p>Keeps the log's three promises: indices without a gap, one entry for one event, one response for one reply. Pure: the lock, the
 * look-ups and the clock are the caller's.
 *
 * @param next the index of the next entry
 * @param sealedEvents those events of the batch that are in the log already, under whatever kind
 * @param responses the responses in the log of the batch's replies and posts
 */
record LogTail(long next, Set<UUID> sealedEvents, List<KnownResponse> responses) {

    /** A response on the record. A reply has one, and so has a post. */
    record KnownResponse(
            String replyId,
            @Nullable String postId,
            @Nullable String textSha256) {

        static KnownResponse of(Unsealed response) {
            return new KnownResponse(
                    Objects.requireNonNull(response.replyId()),
                    response.postId(),
                    response.body().path("textSha256").textValue());
        }

        boolean concerns(KnownResponse other) {
            return replyId.equals(other.replyId) || (postId != null && postId.equals(other.postId));
        }
    }

    /** The batch's entries in the batch's order. Shorter than the batch by what the log holds already. */
    List<Entry> seal(List<Unsealed> batch, Instant now) {
        Set<UUID> seen = new HashSet<>(sealedEvents);
        List<KnownResponse> known = new ArrayList<>(responses);
        List<Entry> entries = new ArrayList<>(batch.size());
        for (Unsealed facts : batch) {
            if (seen.add(facts.source().event())) {
                asEntered(facts, known)
                        .ifPresent(entered -> entries.add(Entry.at(next + entries.size(), entered, now)));
            }
        }
        return entries;
    }

    /** A publication said again word for word adds nothing; one that contradicts the record is recorded as a conflict. */
    private static Optional<Unsealed> asEntered(Unsealed facts, List<KnownResponse> known) {
        if (facts.kind() != Kind.RESPONSE) {
            return Optional.of(facts);
        }
        KnownResponse response = KnownResponse.of(facts);
        List<KnownResponse> rivals = known.stream().filter(response::concerns).toList();
        if (rivals.isEmpty()) {
            known.add(response);
            return Optional.of(facts);
        }
        return rivals.contains(response) ? Optional.empty() : Optional.of(facts.as(Kind.CONFLICT));
    }
}
