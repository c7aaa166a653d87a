package dev.heed.goodhouse.ticket;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** HTTP only. */
@Path("/api/routing/tickets")
class TicketResource {
    private final ClaimTicket claim;

    TicketResource(ClaimTicket claim) {
        this.claim = claim;
    }

    @POST
    Response claim() {
        return claim.of("t-1").isPresent()
                ? Response.ok().build()
                : Response.status(404).build();
    }
}
