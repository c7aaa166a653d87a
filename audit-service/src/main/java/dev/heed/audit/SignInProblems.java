package dev.heed.audit;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Words the refusal of a caller without a valid token.
 *
 * <p>Stands before the mappers of resteasy-problem 3.21, which were built against a Quarkus whose challenge had a field that
 * 3.34 has no more: they answer 500.
 */
class SignInProblems {

    private static final int BEFORE_THE_LIBRARY = 1;

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = BEFORE_THE_LIBRARY)
    Response notSignedIn() {
        return HttpProblem.builder()
                .withType(URI.create("https://heed.dev/problems/not-signed-in"))
                .withTitle("Not signed in")
                .withStatus(Response.Status.UNAUTHORIZED)
                .withDetail("Send a valid bearer token of the realm heed.")
                .withHeader("WWW-Authenticate", "Bearer")
                .build()
                .toResponse();
    }
}
