package dev.heed.xsim.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.Response;

/** A refusal of the control API: problem+json with words that say what to change. */
public final class Problems {

    private Problems() {}

    public static Response badRequest(String detail) {
        return problem(400, "Bad Request", detail);
    }

    public static Response notFound(String detail) {
        return problem(404, "Not Found", detail);
    }

    private static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail))
                .build();
    }
}
