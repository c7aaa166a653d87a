package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.inlet.Inlets;
import dev.heed.routing.post.EditedPost;
import dev.heed.routing.post.WithdrawnPost;
import dev.heed.routing.ticket.AmendPosts;
import dev.heed.routing.ticket.Posts;
import dev.heed.routing.ticket.life.HeardPost;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Hears what ingestion heard, and what became of it.
 *
 * <p>Of one batch, posts are heard before edits and these before withdrawals, so that the order within it does not matter. Last,
 * what stands and was edited is decided again.
 */
@ApplicationScoped
class MentionListener {

    private final Inlets inlets;
    private final Posts posts;
    private final TriageMentions mentions;
    private final AmendPosts amend;

    MentionListener(Inlets inlets, Posts posts, TriageMentions mentions, AmendPosts amend) {
        this.inlets = inlets;
        this.posts = posts;
        this.mentions = mentions;
        this.amend = amend;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch("routing.mentions", this::hear);
    }

    private Uni<Void> hear(SqlConnection connection, List<Envelope> events) {
        var heard = new ArrayList<HeardPost>();
        var edited = new ArrayList<EditedPost>();
        var withdrawn = new ArrayList<WithdrawnPost>();
        for (Envelope event : events) {
            switch (event.type()) {
                case "mention.received.v1", "mention.received.v2" -> heard.add(MentionReceivedV2.post(event));
                case "mention.edited.v1" -> edited.add(MentionEditedV1.post(event));
                case "mention.withdrawn.v1" -> withdrawn.add(MentionWithdrawnV1.post(event));
                default -> throw new MalformedEvent("type " + event.type() + " is not understood here");
            }
        }
        List<HeardPost> later = heard.stream()
                .filter(post -> !post.id().equals(post.version().firstId()))
                .toList();
        Uni<Void> locked = edited.isEmpty() && withdrawn.isEmpty() && later.isEmpty()
                ? posts.lockForHearing(connection)
                : posts.lockForChanging(connection);
        return locked.chain(() -> mentions.triage(connection, heard))
                .call(() -> oneByOne(later, post -> amend.reachAnswers(connection, post)))
                .chain(() -> oneByOne(edited, post -> amend.rewrite(connection, post)))
                .call(() -> oneByOne(withdrawn, post -> amend.erase(connection, post)))
                .chain(changed -> mentions.decideAgain(
                        connection,
                        changed.stream().flatMap(List::stream).distinct().toList()));
    }

    private static <T, R> Uni<List<R>> oneByOne(List<T> all, Function<T, Uni<R>> act) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .collect()
                .asList();
    }
}
