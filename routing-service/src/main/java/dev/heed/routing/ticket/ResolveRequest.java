package dev.heed.routing.ticket;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a ticket ends. */
record ResolveRequest(
        @Schema(description = "Why it ends. Needed when the customer was not answered; at most 2,000 characters.")
        @Size(max = 2000)
        @Nullable
        String note) {}
