package dev.heed.audit.entry;

import dev.heed.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for: a page of those that agree with every given part, newest first. */
record EntryQuery(
        @Nullable Kind kind,
        @Nullable String account,
        @Nullable String ticket,
        @Nullable String reply,
        @Nullable String post,
        PageRequest<Long> page) {}
