package dev.heed.acceptance;

import dev.heed.local.postgres.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The four services' databases, every row of every table, looked through for a text that must not be there. */
final class Stores {
    private static final List<String> DATABASES = List.of("heed_ingestion", "heed_routing", "heed_reply", "heed_audit");
    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """;

    private Stores() {}

    /** Where the text stands, as {@code database: table}, also within JSON and as bytes. */
    static List<String> holding(PostgresServer server, String text) {
        List<String> found = new ArrayList<>();
        for (String database : DATABASES) {
            try (Connection connection =
                    DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password())) {
                for (String table : tables(connection)) {
                    if (holds(connection, table, text)) {
                        found.add(database + ": " + table);
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError("cannot look into " + database, e);
            }
        }
        return found;
    }

    /** Makes the next look at whether a post is still there due now, as if the five minutes until then had passed. */
    static void hastenLookUp(PostgresServer server, String postId) {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("heed_ingestion"), server.user(), server.password());
                PreparedStatement statement =
                        connection.prepareStatement("update look_up set due_at = now() where post_id = ?")) {
            statement.setString(1, postId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError("cannot hasten the look-up", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString("name"));
            }
        }
        return names;
    }

    /** A row as text holds all its columns; bytes are written in hexadecimal there. */
    private static boolean holds(Connection connection, String table, String text) throws SQLException {
        String query = "select exists (select 1 from " + table
                + " as line where strpos(line::text, ?) > 0 or strpos(line::text, ?) > 0) as found";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, text);
            statement.setString(2, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean("found");
            }
        }
    }
}
