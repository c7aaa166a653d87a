package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.parent.ParentPosts;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.XPost;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * The one way in, for every post however it came: those not heard before are stored and announced, newer versions replace
 * what is kept, and the rest does nothing.
 *
 * <p>In two steps, since nobody outside may be waited for in a transaction: {@link #gather} asks, {@link #take} writes.
 * Any number of processes may take the same posts in at once.
 */
@ApplicationScoped
public class TakeIn {

    private final GatherAround gathering;
    private final KeepMentions mentions;
    private final ParentPosts parents;
    private final Transactions transactions;
    private final Clock clock;

    TakeIn(GatherAround gathering, KeepMentions mentions, ParentPosts parents, Transactions transactions, Clock clock) {
        this.gathering = gathering;
        this.mentions = mentions;
        this.parents = parents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes ready, before the transaction: authors and parents are looked up where a post may be news.
     *
     * @param posts in any order
     */
    public Uni<Gathered> gather(Hearing hearing, List<XPost> posts) {
        return gathering.gather(hearing, posts);
    }

    /**
     * Writes, in the caller's transaction.
     *
     * @return the mentions that are new, oldest first; newer versions are not among them
     */
    public Uni<List<Mention>> take(SqlConnection connection, Gathered gathered) {
        return parents.keep(connection, gathered.parents(), clock.instant())
                .chain(() -> mentions.add(connection, gathered.heard()))
                .call(() -> gathered.watch() == null
                        ? Uni.createFrom().voidItem()
                        : mentions.watched(connection, gathered.watch(), gathered.again()));
    }

    /** Those of these posts that nobody has heard yet, whether or not they are mentions. */
    public Uni<List<String>> unheard(List<String> ids) {
        return gathering
                .known(ids)
                .map(known -> ids.stream().filter(id -> !known.contains(id)).toList());
    }

    /** Both steps, for who has nothing else to write: {@link #take} in a transaction of its own. */
    public Uni<List<Mention>> hear(Hearing hearing, List<XPost> posts) {
        return gather(hearing, posts)
                .chain(gathered -> transactions.inConnection(connection -> take(connection, gathered)));
    }
}
