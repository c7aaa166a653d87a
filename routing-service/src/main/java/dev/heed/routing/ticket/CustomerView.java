package dev.heed.routing.ticket;

import dev.heed.routing.post.AuthorContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The customer, with what was known of them when they last wrote. */
record CustomerView(
        String id,
        String handle,
        String name,

        @Schema(description = "How many follow them on X") @Nullable
        Long followers,

        @Nullable Boolean verified,

        @Schema(description = "Since when they are on X") @Nullable
        Instant since,

        @Schema(description = "How many of their posts and messages were heard before the latest here") @Nullable
        Integer mentionsBefore,

        @Schema(description = "When they were first heard of") @Nullable
        Instant firstHeardAt,

        @Schema(description = "Their tier in the company's customer records") @Nullable
        String tier) {

    static CustomerView of(TicketRow ticket, List<PostRow> posts) {
        AuthorContext known = posts.stream()
                .filter(row -> row.mentionsBefore != null)
                .max(Comparator.comparing(row -> row.heardAt))
                .map(row -> new AuthorContext(
                        row.followers,
                        row.verified,
                        row.memberSince,
                        row.mentionsBefore,
                        row.firstHeardAt,
                        row.customerTier))
                .orElse(AuthorContext.NONE);
        return new CustomerView(
                ticket.customerId,
                ticket.customerHandle,
                ticket.customerName,
                known.followers(),
                known.verified(),
                known.since(),
                known.mentionsBefore(),
                known.firstHeardAt(),
                known.tier());
    }
}
