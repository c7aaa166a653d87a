package dev.heed.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real conversations for tests, which are not part of the project: {@code HEED_SHARED_DATA} names their folder, by default
 * {@code ../shared/data} beside the checkout.
 */
final class Recordings {
    private Recordings() {}

    static Optional<Path> customerSupport(Heed heed) {
        Path checkout = heed.installation().home().checkout();
        Path folder = Optional.ofNullable(System.getProperty("HEED_SHARED_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("HEED_SHARED_DATA")))
                .map(Path::of)
                .orElse(checkout.resolve("../shared/data"));
        Path file = checkout.resolve(folder).resolve("tweets/twcs-dev.csv").normalize();
        if (Files.isReadable(file)) {
            return Optional.of(file);
        }
        System.err.println("""

                *** NOT TESTED ON REAL CONVERSATIONS: there is no %s.
                *** HEED_SHARED_DATA names the folder that holds tweets/twcs-dev.csv.
                """.formatted(file));
        return Optional.empty();
    }
}
