package dev.heed.k8s.check;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where things are outside of the checkout. */
public final class Surroundings {

    private Surroundings() {}

    /** {@code HEED_SHARED_DATA} as a property or in the environment, else beside the checkout. */
    public static Path sharedData(Path checkout) {
        @Nullable String given = System.getProperty("HEED_SHARED_DATA", System.getenv("HEED_SHARED_DATA"));
        return given == null || given.isBlank()
                ? checkout.resolve("../shared/data").normalize()
                : Path.of(given);
    }
}
