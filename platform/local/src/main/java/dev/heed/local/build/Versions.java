package dev.heed.local.build;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which versions of foreign software this build of Heed was made for; Maven fills them in from the POMs. */
public final class Versions {
    private Versions() {}

    /** The version of {@code heed}, {@code keycloak} or {@code postgres}. */
    public static String of(String name) {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in != null) {
                versions.load(in);
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot read the list of versions", e);
        }
        String version = versions.getProperty(name);
        if (version == null) {
            throw new HeedFailure("The version of " + name + " is missing from this build; build platform/local anew.");
        }
        return version;
    }
}
