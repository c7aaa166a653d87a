package dev.heed.local;

import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import java.nio.file.Path;

/** Installations that exist on paper. */
public final class HomeFixture {
    private HomeFixture() {}

    /** A second one beside the usual one. */
    public static Home beside(Path folder) {
        return new Home(folder.resolve("checkout"), folder.resolve("home"), new Ports(2000));
    }
}
