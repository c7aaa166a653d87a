package dev.heed.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P03", "40001", "40P01"})
    void what_passes_is_an_outage_also_as_hibernate_wraps_it(String state) {
        assertThat(Outages.isOutage(new PgException("x", "ERROR", state, ""))).isTrue();
        assertThat(Outages.isOutage(new HibernateException("x", new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22012", "42703", "57014", "P0001"})
    void what_comes_back_each_time_is_none(String state) {
        assertThat(Outages.isOutage(new PgException("x", "ERROR", state, ""))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lostConnections")
    void a_lost_connection_is_an_outage(Throwable failure) {
        assertThat(Outages.isOutage(failure)).isTrue();
        assertThat(Outages.isOutage(new CompletionException(failure))).isTrue();
    }

    static Stream<Throwable> lostConnections() {
        return Stream.of(
                new ConnectException("Connection refused"),
                ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"));
    }

    @Test
    void data_that_cannot_be_read_is_none_though_jackson_calls_it_io() {
        JsonProcessingException unreadable = org.junit.jupiter.api.Assertions.assertThrows(
                JsonProcessingException.class, () -> new ObjectMapper().readTree("{"));

        assertThat(Outages.isOutage(new IllegalStateException(unreadable))).isFalse();
        assertThat(Outages.isOutage(new MalformedEvent("x", new ConnectException())))
                .isFalse();
    }
}
