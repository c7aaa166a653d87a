package dev.heed.ingestion.cursor;

import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.messaging.lease.Lease;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Notes posts that belong on a page and that X said it could not show just then: a gap of one post each, since the cursor goes
 * on, and X may show it again when no walk looks back that far.
 */
@ApplicationScoped
class NoteUnshown {

    private static final Logger LOG = Logger.getLogger(NoteUnshown.class);
    private static final String WHY = "X said of a post that it could not show it just then";

    private final Gaps gaps;

    NoteUnshown(Gaps gaps) {
        this.gaps = gaps;
    }

    /**
     * In the connection's transaction. What a watch finds has no gaps: its sweeps look for an hour, and that is said.
     *
     * @param ids that nobody heard yet
     */
    Uni<Void> note(SqlConnection connection, Stream stream, List<String> ids, Lease lease, Instant now) {
        if (stream.watch() != null && !ids.isEmpty()) {
            LOG.warnf(
                    "Of the %s X could not show %d posts just now: they are heard if a sweep finds them",
                    stream.name(), ids.size());
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(ids.stream()
                        .map(Snowflake::parse)
                        .flatMapToLong(id -> id.stream())
                        .boxed()
                        .toList())
                .map(id -> Gap.ofPost(id, stream.account().id(), stream.key().word(), WHY, now))
                .onItem()
                .transformToUniAndConcatenate(gap -> gaps.addOnce(connection, gap, stream.account(), lease, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
