package dev.heed.audit.entry;

import dev.heed.audit.tree.LeafHash;

/** An entry as it stands in the log: all that it says is in its bytes. {@code bytes} is not copied. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record StoredEntry(long index, LeafHash leafHash, byte[] bytes) {}
