package dev.heed.x;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Direct messages over X's legacy endpoint: those that are not encrypted, of the last 30 days, newest first. It knows no
 * {@code since_id}, and 15 calls in 15 minutes are all that a user has.
 */
@ApplicationScoped
public class XMessages {

    private final XHttp http;
    private final Dialect dialect;

    public XMessages(Vertx vertx, XConfig config, MeterRegistry meters) {
        this.http = new XHttp(vertx, config, meters, Clock.systemUTC());
        this.dialect = config.dialect();
    }

    /**
     * All of the account's conversations, both what it sent and what it was sent.
     *
     * @param most how many a page may show, 1 to 100; X bills for each of them. The same on all pages of a walk: X does not
     *     say that a token may be used with another size.
     * @param older {@link XMessagePage#nextToken()} of the page before; null for the newest
     * @param bearer the account's own token, with {@code dm.read}
     */
    public Uni<XAnswer<XMessagePage>> newest(int most, @Nullable String older, String bearer) {
        HttpRequest<Buffer> request = http.request(HttpMethod.GET, "/2/dm_events")
                .bearerTokenAuthentication(bearer)
                .addQueryParam("max_results", Integer.toString(most))
                .addQueryParam("event_types", "MessageCreate")
                .addQueryParam("dm_event.fields", fields())
                .addQueryParam("expansions", "sender_id,attachments.media_keys")
                .addQueryParam("user.fields", UserShapes.FIELDS)
                .addQueryParam("media.fields", "alt_text,media_key,preview_image_url,type,url,variants");
        if (older != null) {
            request.addQueryParam("pagination_token", older);
        }
        return http.ask("messages", request, MessageShapes::page);
    }

    private String fields() {
        return switch (dialect) {
            case POSTS -> "attachments,created_at,dm_conversation_id,event_type,id,text";
            case TWEETS -> "attachments,created_at,dm_conversation_id,event_type,id,sender_id,text";
        };
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
