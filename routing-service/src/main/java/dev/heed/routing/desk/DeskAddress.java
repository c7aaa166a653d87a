package dev.heed.routing.desk;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sends who typed {@code /desk} to {@code /desk/}, where the page is. */
@ApplicationScoped
class DeskAddress {

    private static final int MOVED = 308;

    void add(@Observes Router router) {
        // The router takes a path with and without its last slash for one.
        router.get("/desk").handler(request -> {
            if (request.normalizedPath().equals("/desk")) {
                request.response()
                        .setStatusCode(MOVED)
                        .putHeader("Location", "/desk/")
                        .end();
            } else {
                request.next();
            }
        });
    }
}
