package dev.heed.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatItMade() {
        String password = secrets().password("postgres");
        String key = secrets().key("reply");

        assertThat(secrets().password("postgres")).isEqualTo(password).hasSize(32);
        assertThat(secrets().key("reply")).isEqualTo(key);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(secrets().password("rabbitmq")).isNotEqualTo(password);
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        assertThat(secrets().password("postgres")).isNotBlank();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    private Secrets secrets() {
        return Secrets.of(new Home(folder, folder, new Ports(0)));
    }
}
