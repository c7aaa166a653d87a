package dev.heed.ingestion.subscription;

import dev.heed.x.XWebhook;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** The webhooks at X that this installation registered, over restarts and changes of its address. */
@ApplicationScoped
class Registered {

    private final Pool pool;

    Registered(Pool pool) {
        this.pool = pool;
    }

    /** Their addresses by id. */
    Uni<Map<String, String>> all() {
        return pool.query("select id, url from webhook_registered").execute().map(rows -> {
            Map<String, String> urls = new HashMap<>();
            rows.forEach(row -> urls.put(row.getString("id"), row.getString("url")));
            return urls;
        });
    }

    Uni<Void> add(XWebhook webhook) {
        return pool.preparedQuery(
                        "insert into webhook_registered (id, url) values ($1, $2) on conflict (id) do nothing")
                .execute(Tuple.of(webhook.id(), webhook.url()))
                .replaceWithVoid();
    }

    Uni<Void> remove(String id) {
        return pool.preparedQuery("delete from webhook_registered where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }
}
