package dev.heed.ingestion.cursor;

import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.messaging.lease.Lease;
import dev.heed.x.XPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Walks over a stream, as the one process that may: pages of 100 to the end, each committed as it comes.
 *
 * <p>A walk that breaks off loses nothing: the cursor has not moved, the next walk meets the same posts again, and the
 * intake knows those that it has. Other rooms walk their searches with it.
 */
@ApplicationScoped
public class WalkStream {

    private static final Logger LOG = Logger.getLogger(WalkStream.class);

    private final FetchPage fetching;
    private final HeldLeases leases;
    private final Cursors cursors;
    private final CommitPage pages;
    private final Reach reach;
    private final Clock clock;

    WalkStream(
            FetchPage fetching,
            HeldLeases leases,
            Cursors cursors,
            CommitPage pages,
            ListeningConfig config,
            Clock clock) {
        this.fetching = fetching;
        this.leases = leases;
        this.cursors = cursors;
        this.pages = pages;
        this.reach = new Reach(config.overlap(), config.sweepOverlap(), config.firstLookBack());
        this.clock = clock;
    }

    /** Walks to the end, or as far as it goes. Never fails. */
    public Uni<TurnEnd> walk(Stream stream, Depth wanted) {
        Instant now = clock.instant();
        return leases.alone(
                stream.key(),
                lease -> cursors.find(stream.key())
                        .map(cursor -> Walk.begin(stream, wanted, cursor, now, reach))
                        .chain(walk -> step(walk, lease, 0)));
    }

    private Uni<TurnEnd> step(Walk walk, Lease lease, int heard) {
        return fetching.fetch(walk.stream(), walk.request()).chain(fetched -> switch (fetched) {
            case Fetched.Page(XPage page) -> commit(walk.after(page, clock.instant()), page, lease, heard);
            case Fetched.Ended(TurnEnd end) -> Uni.createFrom().item(end);
            case Fetched.TooFarBack _ ->
                walk.otherwise()
                        .map(other -> step(other, lease, heard))
                        .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Broken("X takes no bound at all")));
        });
    }

    private Uni<TurnEnd> commit(Walk walk, XPage page, Lease lease, int heardBefore) {
        return pages.commit(walk, page, lease)
                .chain(written -> written.map(fresh -> goOn(walk, lease, heardBefore, fresh))
                        .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Overtaken())));
    }

    private Uni<TurnEnd> goOn(Walk walk, Lease lease, int heardBefore, List<Mention> fresh) {
        int heard = heardBefore + fresh.size();
        if (!walk.isOver()) {
            return leases.goOn(lease, Uni.createFrom().deferred(() -> step(walk, lease, heard)));
        }
        if (walk.isTooLong()) {
            LOG.warnf(
                    "The %s was not read to the end: that is too much for one turn",
                    walk.stream().name());
        }
        return Uni.createFrom().item(new TurnEnd.Complete(heard));
    }
}
