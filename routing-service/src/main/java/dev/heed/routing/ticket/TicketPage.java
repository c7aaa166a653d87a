package dev.heed.routing.ticket;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of tickets. */
@Schema(description = "A page of tickets")
record TicketPage(
        List<TicketView> items,

        @Schema(description = "Give it back as cursor for the next page; absent on the last") @Nullable
        String next) {}
