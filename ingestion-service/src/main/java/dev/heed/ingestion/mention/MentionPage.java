package dev.heed.ingestion.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of mentions, the last heard first. What is heard meanwhile never moves what is on the next page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MentionPage")
record MentionPage(
        List<MentionView> items,

        @Schema(description = "Give it back as cursor for the mentions before these; absent on the last page") @Nullable
        String next) {}
