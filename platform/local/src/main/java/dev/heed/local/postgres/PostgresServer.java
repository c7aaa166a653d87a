package dev.heed.local.postgres;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server as its administrator reaches it.
 *
 * @param user may create roles and databases
 */
public record PostgresServer(String host, int port, String user, String password) {
    private static final int USUAL_PORT = 5432;

    /** The private one of an installation. */
    static PostgresServer of(Home home, Secrets secrets) {
        return new PostgresServer(
                "127.0.0.1", home.ports().postgres(), "postgres", secrets.password("postgres.superuser"));
    }

    /** Reads {@code HEED_PG_URL}: {@code postgresql://user:password@host:port}. */
    static PostgresServer parse(String url) {
        URI uri = URI.create(url);
        List<String> user = uri.getUserInfo() == null
                ? List.of()
                : List.of(uri.getUserInfo().split(":", 2));
        if (uri.getHost() == null || user.size() != 2 || !uri.getScheme().startsWith("postgres")) {
            throw new HeedFailure("HEED_PG_URL must look like postgresql://user:password@host:5432, with a user who may"
                    + " create roles and databases.");
        }
        return new PostgresServer(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                user.get(0),
                URLDecoder.decode(user.get(1), StandardCharsets.UTF_8));
    }

    /** For JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
}
