package dev.heed.local;

import dev.heed.local.build.Software;
import dev.heed.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what an installation has gathered, and only what Heed itself put there. */
final class Reset {
    private static final List<String> OURS =
            List.of("logs", "run", "compose", "compose.yaml", "secrets", "port-offset");

    private final Home home;

    Reset(Home home) {
        this.home = home;
    }

    void deleteData() {
        Stream.concat(Blueprint.NAMES.stream(), OURS.stream())
                .map(home.directory()::resolve)
                .forEach(Software::delete);
        try {
            Files.deleteIfExists(home.directory().resolve("lock"));
            try (Stream<Path> rest = Files.list(home.directory())) {
                if (rest.findAny().isPresent()) {
                    return;
                }
            }
            Files.deleteIfExists(home.directory());
        } catch (IOException e) {
            throw new HeedFailure("Cannot clean up " + home.directory() + ": " + e.getMessage(), e);
        }
    }
}
