package dev.heed.routing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers 401 to whoever comes without a valid token: as problem+json and with a challenge, never with a redirect.
 *
 * <p>Takes the place of the mappers of resteasy-problem 3.21.0, which read a field that Quarkus 3.34 no longer has, and so
 * answer 500. The first priority makes sure that ours is asked.
 */
final class NotSignedInMapper {

    private static final int FIRST = 1;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
    public Response noToken(UnauthorizedException missing) {
        return answer();
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
    public Response badToken(AuthenticationFailedException invalid) {
        return answer();
    }

    private static Response answer() {
        return HttpProblem.builder()
                .withType(URI.create("https://heed.dev/problems/not-signed-in"))
                .withTitle("Not signed in")
                .withStatus(Response.Status.UNAUTHORIZED)
                .withDetail("Send a valid bearer token of the realm heed.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }
}
