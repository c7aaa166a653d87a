package dev.heed.local.postgres;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;

/** An existing server, named by {@code HEED_PG_URL}: Heed makes its databases in it and leaves it running. */
public final class ForeignPostgres {
    private final PostgresServer server;
    private final Databases databases;

    /** The server of a URL. */
    public ForeignPostgres(String url, Home home, Secrets secrets) {
        this.server = PostgresServer.parse(url);
        this.databases = new Databases(home, secrets, server);
    }

    /** How its administrator reaches it. */
    public PostgresServer server() {
        return server;
    }

    /** Makes the databases, or says that the server is not there. */
    public void settle() {
        if (!databases.answers()) {
            throw new HeedFailure("HEED_PG_URL is set, but no PostgreSQL answers at " + server.host() + ":"
                    + server.port() + " for the user " + server.user() + ".");
        }
        databases.ensure();
    }
}
