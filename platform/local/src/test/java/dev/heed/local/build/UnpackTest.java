package dev.heed.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {
    @TempDir
    Path folder;

    @Test
    void leavesTheTopFolderOut() throws IOException {
        Unpack.zipWithoutTop(zip("keycloak-1/bin/kc.sh"), into());

        assertThat(into().resolve("bin/kc.sh")).hasContent("x").isExecutable();
    }

    @Test
    void refusesAnEntryThatClimbsOut() throws IOException {
        Path evil = zip("top/../../evil");

        assertThatThrownBy(() -> Unpack.zipWithoutTop(evil, into()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private Path into() {
        return folder.resolve("into");
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
