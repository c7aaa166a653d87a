package dev.heed.audit.entry;

import dev.heed.audit.tree.LeafHash;
import java.time.Instant;

/**
 * One leaf of the log: what was said, its place, its exact bytes and their hash.
 *
 * <p>{@code bytes} is not copied: an entry is made, stored and let go within one batch.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; equality of entries is that of their leaf hashes
record Entry(long index, Unsealed facts, Instant sealedAt, byte[] bytes, LeafHash leafHash) {

    static Entry at(long index, Unsealed facts, Instant sealedAt) {
        byte[] bytes = EntryBytes.of(facts, sealedAt);
        return new Entry(index, facts, sealedAt, bytes, LeafHash.of(bytes));
    }
}
