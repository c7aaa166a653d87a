package dev.heed.reply.draft;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells what became of drafts that were handed over. Opened by the publication room. */
public interface ReplyProgress {

    /** The progress of those of these replies that were handed over; the others are missing. */
    Uni<Map<ReplyId, Progress>> of(Mutiny.Session session, Collection<ReplyId> replies);
}
