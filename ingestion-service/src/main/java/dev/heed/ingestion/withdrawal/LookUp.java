package dev.heed.ingestion.withdrawal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that is to be asked for.
 *
 * @param postId a mention's first id, or the id of what one answers or quotes
 * @param askId the id to ask X for: of the newest version that is known
 * @param authorId who wrote it
 * @param mention whether it is a mention itself
 * @param missing what X said when it was asked last and did not show it; null when it did, or was not asked yet
 */
record LookUp(
        String postId,
        String askId,
        String authorId,
        boolean mention,
        Instant heardAt,
        @Nullable Reason missing) {}
