package dev.heed.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftwareTest {
    @TempDir
    Path checkout;

    @Test
    void fillsAFolderOnce() {
        Software software = software();

        Path first = software.once("thing-1", folder -> Files.writeString(folder.resolve("a"), "first"));
        software.once("thing-1", folder -> Files.writeString(folder.resolve("a"), "second"));

        assertThat(first.resolve("a")).hasContent("first");
    }

    @Test
    void showsNothingOfAFillingThatBroke() {
        Software software = software();

        assertThatThrownBy(() -> software.once("thing-1", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("no network");
                }))
                .isInstanceOf(HeedFailure.class)
                .hasMessageContaining("no network");
        Path whole = software.once("thing-1", folder -> Files.writeString(folder.resolve("a"), ""));

        assertThat(whole).isDirectoryNotContaining("glob:**half");
    }

    private Software software() {
        return new Software(new Home(checkout, checkout.resolve(".heed"), new Ports(0)));
    }
}
