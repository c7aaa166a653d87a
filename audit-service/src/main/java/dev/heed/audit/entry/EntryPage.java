package dev.heed.audit.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of entries, newest first. Entries that are sealed meanwhile never move what is on the next page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EntryPage")
record EntryPage(
        List<EntryView> items,

        @Schema(description = "Give it back as cursor for the entries before these; absent on the last page") @Nullable
        String next) {}
