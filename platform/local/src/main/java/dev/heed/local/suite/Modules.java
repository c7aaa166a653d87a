package dev.heed.local.suite;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The modules that the root POM lists. */
final class Modules {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Modules() {}

    static List<Path> all(Path checkout) {
        try {
            return MODULE.matcher(Files.readString(checkout.resolve("pom.xml")))
                    .results()
                    .map(found -> checkout.resolve(found.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new HeedFailure("Cannot read the root POM: " + e.getMessage(), e);
        }
    }

    /** The module's folder as Maven wants it, given that or its last part, such as {@code messaging}. */
    static String named(Path checkout, String name) {
        return all(checkout).stream()
                .map(module -> checkout.relativize(module).toString())
                .filter(module ->
                        module.equals(name) || module.endsWith("/" + name) || module.equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new HeedFailure("There is no module '" + name + "'. There are: "
                        + String.join(
                                ", ",
                                all(checkout).stream()
                                        .map(module ->
                                                checkout.relativize(module).toString())
                                        .toList())));
    }
}
