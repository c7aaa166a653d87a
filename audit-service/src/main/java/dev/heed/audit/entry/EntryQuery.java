package dev.heed.audit.entry;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for: those that agree with every given part, older than {@code before}, at most {@code limit}. */
record EntryQuery(
        @Nullable Kind kind,
        @Nullable String account,
        @Nullable String ticket,
        @Nullable String reply,
        @Nullable String post,
        OptionalLong before,
        int limit) {}
