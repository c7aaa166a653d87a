package dev.heed.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whom the service does not let in: 401 with a challenge and never a redirect, 403 with what is missing. */
public final class SignInMappers {

    /** Before Quarkus' own, whose answers have no words. Needs {@code quarkus.http.auth.proactive=false}. */
    private static final int FIRST = 1;

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = FIRST)
    public Response notSignedIn() {
        return Problem.of(401, "not-signed-in", "Not signed in", "Send a valid bearer token of the realm heed.")
                .answer(Response.status(Response.Status.UNAUTHORIZED))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = FIRST)
    public Response wrongRole() {
        return Problem.of(
                        403,
                        "wrong-role",
                        "Wrong role",
                        "Your roles do not allow this. Ask an administrator for the role.")
                .toResponse();
    }
}
