package dev.heed.ingestion.quota;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where what X bills is paid from and written down. */
public interface Till {

    /** No money for this. */
    record Empty(Instant until, String why) {}

    /** Makes sure that it is known what may be spent for this; to be awaited before the first call of an account. Never fails. */
    Uni<Void> open(Ask ask);

    /** Why this must not be asked for now; empty if it may. From memory, so that asking costs nothing. */
    Optional<Empty> refuses(Ask ask, Instant now);

    /** Books an answered call, and what X bills for in it. Never fails: what cannot be written now is written later. */
    Uni<Void> book(Ask ask, Reads reads, Instant at);
}
