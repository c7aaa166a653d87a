package dev.heed.reply.publication;

import dev.heed.reply.draft.Progress;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.draft.ReplyProgress;
import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Ready;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Unknown;
import dev.heed.reply.publication.PublicationState.Unsettled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tells drafts what became of them, in the words of the API. */
@ApplicationScoped
class PublicationProgress implements ReplyProgress {
    private final Publications publications;

    PublicationProgress(Publications publications) {
        this.publications = publications;
    }

    @Override
    public Uni<Map<ReplyId, Progress>> of(Mutiny.Session session, Collection<ReplyId> replies) {
        return replies.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : publications
                        .withIds(session, replies)
                        .map(found -> found.stream()
                                .collect(Collectors.toMap(
                                        publication -> publication.reply().id(),
                                        publication -> of(publication.state()))));
    }

    static Progress of(PublicationState state) {
        return switch (state) {
            case AwaitingSeal awaiting ->
                waiting("intended", awaiting.calls(), "Waits until the audit log holds its intent.", false);
            case Ready ready -> waiting("intended", ready.calls(), ready.holdReason(), false);
            case Sending sending -> waiting("sending", sending.calls(), null, false);
            case Unknown unknown -> waiting("unknown", unknown.calls(), unknown.detail(), unknown instanceof Unsettled);
            case Published published ->
                new Progress(
                        "published",
                        published.postId(),
                        published.at(),
                        published.howKnown().word(),
                        null,
                        published.calls(),
                        null,
                        false);
            case Refused refused ->
                new Progress(
                        "refused",
                        null,
                        null,
                        null,
                        new Progress.Refusal(refused.reason(), refused.detail()),
                        refused.calls(),
                        null,
                        false);
        };
    }

    private static Progress waiting(String state, int attempts, @Nullable String why, boolean needsPerson) {
        return new Progress(state, null, null, null, null, attempts, why, needsPerson);
    }
}
