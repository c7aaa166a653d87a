package dev.heed.local.home;

import java.util.Optional;

/** What the caller set: an environment variable, or the system property of the same name (for tests). */
public final class Surroundings {
    private Surroundings() {}

    /** The value, if it is set and not blank. */
    public static Optional<String> get(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}
