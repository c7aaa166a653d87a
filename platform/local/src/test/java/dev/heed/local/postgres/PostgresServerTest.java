package dev.heed.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.HeedFailure;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
    @Test
    void readsAnExistingServersUrl() {
        assertThat(PostgresServer.parse("postgresql://root:p%3Aw@db.example:6432"))
                .isEqualTo(new PostgresServer("db.example", 6432, "root", "p:w"));
        assertThat(PostgresServer.parse("postgres://root:pw@db.example/postgres")
                        .jdbcUrl("heed_audit"))
                .isEqualTo("jdbc:postgresql://db.example:5432/heed_audit");
    }

    @Test
    void saysWhatAUrlShouldLookLike() {
        assertThatThrownBy(() -> PostgresServer.parse("postgresql://db.example"))
                .isInstanceOf(HeedFailure.class)
                .hasMessageContaining("postgresql://user:password@host");
    }
}
