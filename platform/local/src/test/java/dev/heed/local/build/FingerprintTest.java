package dev.heed.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    Path root;

    @BeforeEach
    void sources() throws IOException {
        Files.createDirectories(root.resolve("src/a"));
        Files.writeString(root.resolve("src/a/One.java"), "one");
        Files.writeString(root.resolve("src/Two.java"), "two");
    }

    @Test
    void staysTheSameWhenOnlyTheClockMoved() throws IOException {
        String before = fingerprint();

        Files.writeString(root.resolve("src/Two.java"), "two");

        assertThat(fingerprint()).isEqualTo(before).hasSize(16);
    }

    @Test
    void changesWithContentNameAndDeletion() throws IOException {
        String before = fingerprint();

        Files.writeString(root.resolve("src/Two.java"), "2");
        String edited = fingerprint();
        Files.move(root.resolve("src/Two.java"), root.resolve("src/Deux.java"));
        String renamed = fingerprint();
        Files.delete(root.resolve("src/Deux.java"));
        String deleted = fingerprint();

        assertThat(List.of(before, edited, renamed, deleted)).doesNotHaveDuplicates();
    }

    @Test
    void takesWhatIsMissingAsEmpty() {
        assertThat(Fingerprint.of(root, List.of(root.resolve("nowhere")))).isEqualTo(Fingerprint.of(root, List.of()));
    }

    private String fingerprint() {
        return Fingerprint.of(root, List.of(root.resolve("src")));
    }
}
