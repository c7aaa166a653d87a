package dev.heed.local.postgres;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The databases of the four services and of the identity provider, each with a role of its own.
 *
 * <p>Idempotent. The audit log's database is taken out of its service's hands by the script that the service ships.
 */
public final class Databases {
    private static final List<String> NAMES =
            List.of("heed_ingestion", "heed_routing", "heed_reply", "heed_audit", "keycloak");
    private static final String RIGHTS = "audit-service/src/main/resources/db/rights/append_only.sql";
    private static final int TIMEOUT_SECONDS = 5;

    private final Home home;
    private final Secrets secrets;
    private final PostgresServer server;

    Databases(Home home, Secrets secrets, PostgresServer server) {
        this.home = home;
        this.secrets = secrets;
        this.server = server;
    }

    /** The password of the role that owns the database of the same name. */
    public static String password(Secrets secrets, String database) {
        return secrets.password("postgres." + database);
    }

    boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    void ensure() {
        try (Connection connection = connect("postgres")) {
            for (String name : NAMES) {
                ensure(connection, name);
            }
        } catch (SQLException e) {
            throw new HeedFailure(
                    "PostgreSQL at " + server.host() + ":" + server.port() + " refused to make Heed's databases: "
                            + e.getMessage(),
                    e);
        }
        guardTheLog();
    }

    private void ensure(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (absent(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login");
            }
            // Hexadecimal, so it cannot end the literal. Set each time: a server of our own may outlive its secrets.
            statement.execute("alter role " + name + " password '" + password(secrets, name) + "'");
            if (absent(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("grant " + name + " to current_user");
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    private void guardTheLog() {
        try {
            String rights = Files.readString(home.checkout().resolve(RIGHTS));
            try (Connection connection = connect("heed_audit");
                    Statement statement = connection.createStatement()) {
                statement.execute(rights);
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot read the audit log's rights: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new HeedFailure("PostgreSQL refused to guard the audit log: " + e.getMessage(), e);
        }
    }

    private static boolean absent(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        properties.setProperty("connectTimeout", Integer.toString(TIMEOUT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(TIMEOUT_SECONDS));
        return DriverManager.getConnection(server.jdbcUrl(database), properties);
    }
}
