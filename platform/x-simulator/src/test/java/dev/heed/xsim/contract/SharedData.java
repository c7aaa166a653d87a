package dev.heed.xsim.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Where X's documents are, which are facts to check against and not part of the project: the environment variable or system property
 * {@code HEED_SHARED_DATA}, or else {@code ../shared/data} beside the repository.
 */
final class SharedData {

    private SharedData() {}

    /** Skips the test aloud when the file is not there. */
    static Path required(String name) {
        Path file = folder().resolve(name).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            String message = "SKIPPED: " + file + " is not there; HEED_SHARED_DATA tells where X's documents are";
            System.err.println("\n*** " + message + " ***\n");
            Assumptions.abort(message);
        }
        return file;
    }

    private static Path folder() {
        return Optional.ofNullable(System.getProperty("HEED_SHARED_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("HEED_SHARED_DATA")))
                .map(Path::of)
                .orElseGet(() -> repository().resolve("../shared/data"));
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
