package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heed.audit.EventFixture;
import dev.heed.audit.Log;
import dev.heed.audit.Parts;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can change the log, and what is seen of it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "audit"))
class AppendOnlyComponentTest {

    @Inject
    Flyway flyway;

    private Parts parts;
    private String reply = "";
    private long index;

    @BeforeEach
    void sealOne() throws IOException, TimeoutException {
        parts = new Parts();
        reply = "r-" + UUID.randomUUID();
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "Never to be changed."));
        index = Log.awaitIndexOf(reply);
    }

    @AfterEach
    void disconnect() throws IOException {
        parts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update entry set account = 'x'", "delete from entry", "truncate entry"})
    void the_services_own_role_changes_nothing(String statement) {
        assertThatThrownBy(() -> parts.asService(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update entry set account = 'x'", "delete from entry", "truncate entry"})
    void a_superuser_is_refused_by_the_trigger_even_as_a_replication_session(String statement) {
        assertThatThrownBy(() -> parts.asSuperuser("set session_replication_role = replica", statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void a_handed_over_log_is_out_of_the_services_hands_and_still_grows() throws IOException, SQLException {
        parts.asSuperuser(rights());
        parts.asSuperuser(rights());
        flyway.migrate();

        assertThat(parts.read("select tableowner from pg_tables where tablename = 'entry'"))
                .isEqualTo("heed_audit_owner");
        refusesTheService(
                "drop table entry",
                "alter table entry disable trigger all",
                "drop trigger entry_is_append_only on entry",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "alter table entry owner to current_user",
                "set role heed_audit_owner",
                "drop schema public cascade");
        parts.asService(
                "grant update, delete, truncate on entry to current_user"); // PostgreSQL warns and grants nothing
        refusesTheService("update entry set account = 'x'", "delete from entry", "truncate entry");
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "The log goes on."));
        assertThat(Log.awaitEntriesOf(reply, 2)).hasSize(2);
    }

    private void refusesTheService(String... statements) {
        for (String statement : statements) {
            assertThat(catchThrowable(() -> parts.asService(statement)))
                    .describedAs(statement)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_superuser_who_takes_the_trigger_away_is_found_by_the_leaf_hash() throws SQLException {
        assertThat(Log.verification().getBoolean("ok")).isTrue();
        tamper("update entry set bytes = bytes || ' '::bytea where index = " + index);
        try {
            JsonPath found = Log.verification();

            assertThat(found.getBoolean("ok")).isFalse();
            assertThat(found.getLong("checked")).isEqualTo(index);
            assertThat(found.getLong("firstBroken.index")).isEqualTo(index);
            assertThat(found.getString("firstBroken.why")).contains("leaf hash");
        } finally {
            tamper("update entry set bytes = substring(bytes for octet_length(bytes) - 1) where index = " + index);
        }
        assertThat(Log.verification().getBoolean("ok")).isTrue();
    }

    @Test
    void an_entry_that_a_superuser_moved_out_of_sight_is_found() throws SQLException {
        tamper("update entry set reply_id = 'elsewhere' where index = " + index);
        try {
            assertThat(Log.verification().getString("firstBroken.why")).contains("columns");
        } finally {
            tamper("update entry set reply_id = '" + reply + "' where index = " + index);
        }
        assertThat(Log.verification().getBoolean("ok")).isTrue();
    }

    private void tamper(String statement) throws SQLException {
        parts.asSuperuser(
                "alter table entry disable trigger entry_is_append_only",
                statement,
                "alter table entry enable always trigger entry_is_append_only");
    }

    private static String rights() throws IOException {
        try (InputStream file = AppendOnlyComponentTest.class.getResourceAsStream("/db/rights/append_only.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
