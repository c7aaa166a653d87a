package dev.heed.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A whole database, for tests of erasure: what must stand nowhere is looked for everywhere.
 *
 * @param url of JDBC
 */
public record WholeDatabase(String url, String user, String password) {

    /** Every column of every table that can hold a text. */
    private static final String TEXT_COLUMNS = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
               and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
            """;

    private record Place(String table, String column, String type) {

        /** Bytes as the letters that they spell; cast to a text they would be digits, and hold no words. */
        String text() {
            return (type.equals("bytea") ? "encode(\"%s\", 'escape')" : "\"%s\"::text").formatted(column);
        }
    }

    /** That of the service under test. */
    public static WholeDatabase ofService() {
        Config config = ConfigProvider.getConfig();
        return new WholeDatabase(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    /** Where the words, of ASCII, stand, in any letter case and amid others, as {@code table.column}. */
    public List<String> placesOf(String words) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            List<String> found = new ArrayList<>();
            for (Place place : places(connection)) {
                if (holds(connection, place, words)) {
                    found.add(place.table + "." + place.column);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be looked through", e);
        }
    }

    private static List<Place> places(Connection connection) throws SQLException {
        try (PreparedStatement asking = connection.prepareStatement(TEXT_COLUMNS);
                ResultSet rows = asking.executeQuery()) {
            List<Place> places = new ArrayList<>();
            while (rows.next()) {
                places.add(new Place(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return places;
        }
    }

    private static boolean holds(Connection connection, Place place, String words) throws SQLException {
        String sql = "select exists (select 1 from \"%s\" where %s ilike ?)".formatted(place.table, place.text());
        try (PreparedStatement asking = connection.prepareStatement(sql)) {
            asking.setString(1, "%" + words + "%");
            try (ResultSet rows = asking.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
