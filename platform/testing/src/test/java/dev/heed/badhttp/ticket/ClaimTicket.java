package dev.heed.badhttp.ticket;

import jakarta.ws.rs.core.Response;

/** Answers with a status code, which only a resource may do. */
final class ClaimTicket {
    Response claim() {
        return Response.noContent().build();
    }
}
