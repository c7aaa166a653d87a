package dev.heed.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A refusal as its caller reads it: problem details (RFC 9457), to be thrown by resources and by nothing behind them.
 *
 * <p>The type is an address that clients may switch on; its last part, the slug, is never changed once published. The detail
 * says what is wrong and what to do about it.
 */
public final class Problem extends RuntimeException {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String TYPES = "https://heed.dev/problems/";
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;

    private Problem(int status, String slug, String title, String detail) {
        // No stack: it is an answer, and nobody debugs it.
        super(title + ": " + detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
    }

    /** A problem of this HTTP status, with the last part of its type and words for people. */
    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail);
    }

    /** A problem of this HTTP status, with the last part of its type and words for people. */
    public static Problem of(StatusType status, String slug, String title, String detail) {
        return new Problem(status.getStatusCode(), slug, title, detail);
    }

    /** Refuses an act that did not find what it was to act on; for {@code Uni.invoke}. */
    public static Consumer<Boolean> unlessFound(Supplier<Problem> refusal) {
        return found -> {
            if (!found) {
                throw refusal.get();
            }
        };
    }

    /** What goes over the wire: {@code {type, title, status, detail}} as problem+json. */
    public Response toResponse() {
        return answer(Response.status(status)).build();
    }

    /** The same upon an answer that has headers already. */
    Response.ResponseBuilder answer(Response.ResponseBuilder begun) {
        return begun.entity(body().toString()).type(MEDIA_TYPE);
    }

    ObjectNode body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPES + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
