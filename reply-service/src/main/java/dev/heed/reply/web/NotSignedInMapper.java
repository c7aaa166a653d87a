package dev.heed.reply.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers 401 in words to whoever comes without a token that is good here.
 *
 * <p>Stands before the mappers of resteasy-problem 3.21, which read a field that this version of Quarkus no longer has and
 * turn the 401 into a 500.
 */
final class NotSignedInMapper {
    private static final int BEFORE_ALL_OTHERS = 1;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_ALL_OTHERS)
    public Response withoutToken(UnauthorizedException missing) {
        return notSignedIn();
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_ALL_OTHERS)
    public Response withBadToken(AuthenticationFailedException bad) {
        return notSignedIn();
    }

    private static Response notSignedIn() {
        Response problem = Problems.of(
                        Response.Status.UNAUTHORIZED,
                        "not-signed-in",
                        "Not signed in",
                        "Send a valid bearer token of the realm heed.")
                .toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
