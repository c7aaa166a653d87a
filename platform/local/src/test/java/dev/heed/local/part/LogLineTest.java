package dev.heed.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void tellsTheFirstCauseOfAFailure() {
        String line = "{\"timestamp\":\"2026-11-21T20:30:24.199Z\",\"level\":\"ERROR\",\"message\":\"Failed to start\","
                + "\"stackTrace\":\"java.lang.RuntimeException: outer\\n\\tat a.B\\nCaused by: x.Y: middle\\n\\tat c.D\\n"
                + "Caused by: z.Z: no such table\\n\\tat e.F\\n\"}";

        assertThat(LogLine.readable(line))
                .isEqualTo("20:30:24.199 ERROR Failed to start <- Caused by: z.Z: no such table");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertThat(LogLine.readable("[notice] ready")).isEqualTo("[notice] ready");
        assertThat(LogLine.readable("{not json")).isEqualTo("{not json");
        assertThat(LogLine.readable("")).isEmpty();
    }

    @Test
    void shortensEndlessLines() {
        assertThat(LogLine.readable("x".repeat(5000))).hasSize(403);
    }
}
