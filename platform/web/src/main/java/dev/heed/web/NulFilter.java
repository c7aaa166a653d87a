package dev.heed.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an address with a NUL in it: PostgreSQL takes none in a text, and its refusal would look like a failure of ours. */
public final class NulFilter {

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> filter(HttpServerRequest request) {
        String address = request.uri();
        return address.contains("%00") || address.indexOf('\0') >= 0 ? Optional.of(refusal()) : Optional.empty();
    }

    private static Response refusal() {
        return Problem.of(
                        400,
                        "nul-in-address",
                        "There is a NUL in this address",
                        "No id, name or word of ours holds the character NUL (%00): leave it out.")
                .toResponse();
    }
}
