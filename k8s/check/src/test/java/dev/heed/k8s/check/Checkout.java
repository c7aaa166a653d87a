package dev.heed.k8s.check;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where these tests run. */
public final class Checkout {

    private Checkout() {}

    /** The folder that holds k8s, from whatever folder of it the tests are started. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("k8s/base"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("not inside of a checkout");
            }
        }
        return here;
    }
}
