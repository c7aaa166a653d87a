package dev.heed.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server to make databases on: where it listens, and its superuser. */
public record PostgresServer(String host, int port, String superuser, String password) {

    /** Reads {@code host:port:superuser:password}, the form of {@code HEED_TEST_PG}. */
    static PostgresServer parse(String coordinates) {
        String[] parts = coordinates.split(":", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("HEED_TEST_PG must be host:port:superuser:password");
        }
        return new PostgresServer(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    String coordinates() {
        return String.join(":", host, Integer.toString(port), superuser, password);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Makes a role that may log in, and a database of the same name that it owns. */
    void createDatabase(String name, String rolePassword) {
        run(
                "CREATE ROLE " + name + " LOGIN PASSWORD '" + rolePassword + "'",
                "CREATE DATABASE " + name + " OWNER " + name);
    }

    void dropDatabase(String name) {
        run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "DROP ROLE IF EXISTS " + name);
    }

    private void run(String... statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), superuser, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL at " + host + ":" + port + " refused: " + e.getMessage(), e);
        }
    }
}
