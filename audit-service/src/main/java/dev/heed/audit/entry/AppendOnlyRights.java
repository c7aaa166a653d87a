package dev.heed.audit.entry;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says at start how well this installation protects the log from the service itself.
 *
 * <p>Only says: a service that refused to start here would stop the record, which is worse.
 */
@ApplicationScoped
class AppendOnlyRights {

    private static final String STATE = """
            select pg_get_userbyid(relowner) as owner,
                   pg_has_role(current_user, relowner, 'USAGE')
                   or has_table_privilege('entry', 'UPDATE, DELETE, TRUNCATE') as may_change
              from pg_class where oid = 'entry'::regclass
            """;

    private final Pool pool;

    AppendOnlyRights(Pool pool) {
        this.pool = pool;
    }

    void look(@Observes StartupEvent started) {
        pool.query(STATE)
                .execute()
                .map(rows -> inWords(rows.iterator().next()))
                .subscribe()
                .with(Log::info, failure -> Log.warn("Could not read the rights on the log", failure));
    }

    private static String inWords(Row row) {
        String owner = row.getString("owner");
        if (row.getBoolean("may_change")) {
            return "The log is append-only by triggers alone: its owner is " + owner
                    + ", this service's own role. Have a superuser run rights/append_only.sql once to take it away.";
        }
        return "The log is append-only by rights and triggers: its owner is " + owner;
    }
}
