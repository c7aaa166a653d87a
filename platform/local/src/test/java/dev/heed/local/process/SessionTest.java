package dev.heed.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final String PARENT_AND_CHILD = "sleep 300 & echo $! > child; wait";

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothing() {
        session().kill();
    }

    @Test
    void standsApartFromTheSessionOfTheOneWhoStartedIt() {
        begin("sleep 300");

        Proc.Seen leader = session().leader().orElseThrow();
        assertThat(leader.session()).isEqualTo(leader.pid());
    }

    @Test
    void endsItsChildrenWithIt() throws Exception {
        begin(PARENT_AND_CHILD);
        long child = child();

        assertThat(session().end("TERM")).isTrue();

        assertThat(Proc.see(child)).isEmpty();
        assertThat(session().leader()).isEmpty();
    }

    @Test
    void endsChildrenWhoseLeaderHasDied() throws Exception {
        begin(PARENT_AND_CHILD);
        long child = child();
        Signals.send("KILL", List.of(session().leader().orElseThrow().pid()));
        while (session().leader().isPresent()) {
            Pause.brief();
        }

        assertThat(session().kill()).isTrue();

        assertThat(Proc.see(child)).isEmpty();
    }

    @Test
    void saysThatNothingRan() {
        assertThat(session().end("TERM")).isFalse();
    }

    private void begin(String script) {
        session().begin(new Launch(List.of("sh", "-c", script), Map.of(), folder), folder.resolve("log"));
    }

    private Session session() {
        return new Session(new PidFile(folder.resolve("part.pid")));
    }

    private long child() throws Exception {
        Path file = folder.resolve("child");
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            Pause.brief();
        }
        return Long.parseLong(Files.readString(file).strip());
    }
}
