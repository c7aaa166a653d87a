package dev.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WholeDatabaseTest {

    private final RealParts parts = new RealParts();

    @SuppressWarnings("NullAway.Init") // before each test
    private WholeDatabase database;

    @BeforeEach
    void start() throws SQLException {
        parts.init(Map.of("service", "whole"));
        Map<String, String> settings = parts.start();
        database = new WholeDatabase(
                settings.getOrDefault("quarkus.datasource.jdbc.url", ""),
                settings.getOrDefault("quarkus.datasource.username", ""),
                settings.getOrDefault("quarkus.datasource.password", ""));
        sql("create table note (id int, said text, heard jsonb, tags text[], sealed bytea)");
    }

    @AfterEach
    void stop() {
        parts.stop();
    }

    @Test
    void words_are_found_wherever_a_text_can_stand() throws SQLException {
        sql("insert into note values (1, 'a Zebra crossing', '{\"of\": [\"zebras\"]}', array['zebra'], 'x\\000Zebra')");

        assertThat(database.placesOf("zebra"))
                .containsExactlyInAnyOrder("note.said", "note.heard", "note.tags", "note.sealed");
    }

    @Test
    void what_is_erased_stands_nowhere() throws SQLException {
        sql("insert into note values (1, 'zebra', null, null, null)");
        sql("update note set said = null");

        assertThat(database.placesOf("zebra")).isEmpty();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
