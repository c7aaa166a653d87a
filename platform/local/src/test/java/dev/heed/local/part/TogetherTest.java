package dev.heed.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.HomeFixture;
import dev.heed.local.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TogetherTest {
    @TempDir
    Path folder;

    private final List<String> settled = new CopyOnWriteArrayList<>();
    private Supervisor supervisor = new Supervisor(HomeFixture.beside(Path.of("unused")));

    @BeforeEach
    void house() {
        supervisor = new Supervisor(HomeFixture.beside(folder));
    }

    @AfterEach
    void leaveNothing() {
        for (String name : List.of("database", "service", "broken")) {
            supervisor.stop(name, "TERM");
        }
    }

    @Test
    void startsAPartWhenWhatItNeedsIsHealthy() {
        start(part("database", "touch database; sleep 300"), part("service", "touch service; sleep 300", "database"));

        assertThat(settled).containsExactly("database", "service");
        assertThat(supervisor.process("service")).isPresent();
    }

    @Test
    void findsARunningPartRunning() {
        start(part("database", "touch database; sleep 300"));
        long first = supervisor.process("database").orElseThrow().pid();

        start(part("database", "touch database; sleep 300"));

        assertThat(supervisor.process("database").orElseThrow().pid()).isEqualTo(first);
    }

    @Test
    void quotesTheLastWordsOfAPartThatDies() {
        assertThatThrownBy(() -> start(
                        part("broken", "echo no room left; exit 3"),
                        part("service", "touch service; sleep 300", "broken")))
                .isInstanceOf(HeedFailure.class)
                .hasMessageContaining("broken ended while starting")
                .hasMessageContaining("no room left");
        assertThat(supervisor.process("service")).isEmpty();
    }

    @Test
    void comesUpAgainAfterAKill() {
        start(part("database", "touch database; sleep 300"));

        supervisor.kill("database");
        assertThat(supervisor.process("database")).isEmpty();
        start(part("database", "touch database; sleep 300"));

        assertThat(supervisor.process("database")).isPresent();
    }

    private void start(Part... parts) {
        new Together(supervisor, Console.silent()).start(List.of(parts));
    }

    /** A part that is healthy as soon as its script has made a file of its name. */
    private Part part(String name, String script, String... needs) {
        return new Part() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> needs() {
                return Set.of(needs);
            }

            @Override
            public Map<String, Integer> ports() {
                return Map.of();
            }

            @Override
            public Launch launch() {
                return new Launch(List.of("sh", "-c", script), Map.of(), folder);
            }

            @Override
            public boolean healthy() {
                return Files.exists(folder.resolve(name));
            }

            @Override
            public void settle() {
                settled.add(name);
            }
        };
    }
}
