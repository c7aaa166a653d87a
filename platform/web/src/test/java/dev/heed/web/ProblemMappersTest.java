package dev.heed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ProblemMappersTest {

    private final ProblemMappers mappers = new ProblemMappers();

    @Test
    void an_outage_of_the_database_passes_and_is_no_failure_of_ours() {
        for (Exception outage : new Exception[] {
            new UncheckedIOException(new ConnectException("refused")),
            new IllegalStateException(new SQLException("gone", "57P01")),
            new PgException("too many", "FATAL", "53300", "")
        }) {
            Response answer = mappers.failed(outage);

            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
            assertThat(answer.getEntity().toString()).contains("https://heed.dev/problems/not-now");
        }
    }

    @Test
    void what_is_wrong_with_us_is_a_failure_of_ours() {
        Response answer = mappers.failed(new PgException("no such column", "ERROR", "42703", ""));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getEntity().toString()).contains("https://heed.dev/problems/failed");
    }
}
