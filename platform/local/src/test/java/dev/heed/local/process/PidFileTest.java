package dev.heed.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void namesTheLivingProcess() {
        PidFile file = new PidFile(folder.resolve("a.pid"));
        long self = ProcessHandle.current().pid();

        file.write(self);

        assertThat(file.read().orElseThrow().pid()).isEqualTo(self);
    }

    @Test
    void doesNotTakeALaterProcessOfTheSameIdForOurs() throws IOException {
        Path path = folder.resolve("a.pid");
        new PidFile(path).write(ProcessHandle.current().pid());
        String[] words = Files.readString(path).split(" ", -1);

        Files.writeString(path, words[0] + " " + (Long.parseLong(words[1]) - 1) + " " + words[2]);

        assertThat(new PidFile(path).read()).isEmpty();
    }

    @Test
    void forgetsEverythingWithTheMachinesNextStart() throws IOException {
        Path path = folder.resolve("a.pid");
        new PidFile(path).write(ProcessHandle.current().pid());
        String[] words = Files.readString(path).split(" ", -1);

        Files.writeString(path, words[0] + " " + words[1] + " another-boot");

        assertThat(new PidFile(path).read()).isEmpty();
        assertThat(new PidFile(path).session()).isEmpty();
    }

    @Test
    void namesNobodyWhereTheProcessHasEndedAlready() throws IOException, InterruptedException {
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(ProcessHandle.current().pid());
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        file.write(gone.pid());

        assertThat(file.session()).isEmpty();
    }

    @Test
    void makesNothingOfADamagedFile() throws IOException {
        Path path = Files.writeString(folder.resolve("a.pid"), "12x 7 boot");

        assertThat(new PidFile(path).read()).isEmpty();
    }
}
