package dev.heed.local.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the operating system that a part cannot do without, and the package that brings it.
 *
 * @param what in words, for the person who reads what is installed
 * @param places where the file is looked for, the first found wins
 * @param debianPackage the package on Debian and Ubuntu
 */
public record Need(String what, List<Path> places, String debianPackage) {
    /** RabbitMQ's own script, which, unlike the one in sbin, does not change the user. */
    public static final Need RABBITMQ = of(
            "the broker RabbitMQ",
            "rabbitmq-server",
            "/usr/lib/rabbitmq/bin/rabbitmq-server",
            "/usr/lib64/rabbitmq/bin/rabbitmq-server");

    /** The web server. */
    public static final Need APACHE = of("the gateway Apache httpd", "apache2", "/usr/sbin/apache2");

    /** Its module for single sign-on. */
    public static final Need OPENIDC = of(
            "its single sign-on module", "libapache2-mod-auth-openidc", "/usr/lib/apache2/modules/mod_auth_openidc.so");

    /** Node.js, for the check of the AsyncAPI document and the simulator's test with foreign clients. */
    public static final Need NODE = of("Node.js", "nodejs", "/usr/bin/node", "/usr/local/bin/node");

    /** A browser, in which the login is tried; not every distribution has one as a package. */
    public static final Need CHROMIUM = of(
            "the browser Chromium",
            "chromium",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    /** The package tool of Node.js. */
    public static final Need NPM = of("npm", "npm", "/usr/bin/npm", "/usr/local/bin/npm");

    private static Need of(String what, String debianPackage, String... places) {
        return new Need(what, List.of(places).stream().map(Path::of).toList(), debianPackage);
    }

    /** Where it is, if it is here; a program is also looked for on the PATH. */
    public Optional<Path> found() {
        return places.stream().filter(Files::exists).findFirst().or(this::onPath);
    }

    private Optional<Path> onPath() {
        String program = places.getFirst().getFileName().toString();
        if (!places.getFirst().toString().contains("/bin/") || debianPackage.equals("rabbitmq-server")) {
            return Optional.empty();
        }
        String path = Map.copyOf(System.getenv()).getOrDefault("PATH", "");
        return List.of(path.split(":", -1)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
