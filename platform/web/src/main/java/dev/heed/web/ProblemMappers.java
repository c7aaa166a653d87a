package dev.heed.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.heed.messaging.Outages;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Words everything that ends a request: what a resource refused, what never reached one, and our own failures. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int FIRST = 1;
    /** An outage is over when the database is back, which is seldom sooner. */
    private static final int RETRY_SECONDS = 5;

    @ServerExceptionMapper
    public Response refused(Problem problem) {
        return problem.toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response nothingHere(NotFoundException missing) {
        return Problem.of(404, "not-found", "Not found", "There is nothing at this address.")
                .toResponse();
    }

    /** What the HTTP layer refuses: a method, a media type, a parameter that is not of its type. */
    @ServerExceptionMapper(priority = FIRST)
    public Response http(WebApplicationException refused) {
        Response answer = refused.getResponse();
        if (answer.hasEntity() || answer.getStatus() < 400) {
            return answer;
        }
        if (refused.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        String title = answer.getStatusInfo().getReasonPhrase();
        String slug =
                title.isBlank() ? "refused" : title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Problem.of(answer.getStatus(), slug, title, said(refused))
                .answer(Response.fromResponse(answer))
                .build();
    }

    @ServerExceptionMapper(
            value = {JsonProcessingException.class, MismatchedInputException.class},
            priority = FIRST)
    public Response malformed(JsonProcessingException json) {
        return Problem.of(400, "malformed-body", "The body cannot be read", wrong(json))
                .toResponse();
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response violated(ConstraintViolationException violated) {
        String detail = violated.getConstraintViolations().stream()
                .map(violation -> last(violation.getPropertyPath()) + ": " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return Problem.of(400, "constraint-violated", "The request does not keep its bounds", detail + ".")
                .toResponse();
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf("a request met an outage: %s", failure);
            return notNow();
        }
        LOG.error("a request failed", failure);
        return Problem.of(500, "failed", "Failed", "This is a failure of ours. It is in the service's log.")
                .toResponse();
    }

    private static Response notNow() {
        return Problem.of(
                        503,
                        "not-now",
                        "Not now",
                        "Something that this service stands on, most likely its database, does not answer. Ask again in some"
                                + " seconds.")
                .answer(Response.status(Response.Status.SERVICE_UNAVAILABLE))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** Names the field: who misspelt one must not have to guess which. */
    private static String wrong(JsonProcessingException json) {
        String where = json instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? " at " + mapping.getPathReference().replaceAll("[\\w.$]+\\[", "[")
                : "";
        if (json instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
            return "There is no field `%s` here, only %s.".formatted(unknown.getPropertyName(), known);
        }
        return "It is not JSON of the shape that is documented here, or holds a NUL" + where + ".";
    }

    private static String said(WebApplicationException refused) {
        String message = refused.getMessage();
        return message == null || message.isBlank() ? "The request was refused." : message;
    }

    private static String last(Path path) {
        String name = "request";
        for (Path.Node node : path) {
            if (node.getName() != null) {
                name = node.getName();
            }
        }
        return name;
    }
}
