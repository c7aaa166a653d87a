package dev.heed.local.install;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Installs missing packages with apt-get, as root or through sudo, after saying so.
 *
 * <p>Their own system services are neither started nor enabled: Heed runs private instances.
 */
public final class Packages {
    private static final String SCRIPT = """
            set -e
            export DEBIAN_FRONTEND=noninteractive
            policy=/usr/sbin/policy-rc.d
            if [ ! -e "$policy" ]; then
              trap 'rm -f "$policy"' EXIT
              printf '#!/bin/sh\\nexit 101\\n' > "$policy"
              chmod +x "$policy"
            fi
            apt-get install -y --no-install-recommends "$@" || {
              apt-get update
              apt-get install -y --no-install-recommends "$@"
            }
            if [ -d /run/systemd/system ]; then
              for unit in rabbitmq-server epmd apache2; do systemctl disable --quiet "$unit" 2>/dev/null || true; done
            fi
            """;

    private Packages() {}

    /** Whether this system has apt-get. */
    public static boolean available() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    /** Installs what is not here. Throws in words if that cannot be done. */
    public static void ensure(List<Need> needs, Path log, Console console) {
        List<Need> missing =
                needs.stream().filter(need -> need.found().isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        List<String> names = missing.stream().map(Need::debianPackage).toList();
        String what = String.join(", ", missing.stream().map(Need::what).toList());
        if (!available()) {
            throw new HeedFailure("Missing: " + what + ". This system has no apt-get; install them with its own"
                    + " package tool, or install Docker with its compose plugin, and call again.");
        }
        console.line("Missing: " + what + ". Installing " + String.join(" ", names) + " with apt-get"
                + (root() ? "." : ", with sudo, which may ask for your password."));
        Instant begun = Instant.now();
        install(names, log);
        List<Need> still = needs.stream().filter(need -> need.found().isEmpty()).toList();
        if (!still.isEmpty()) {
            throw new HeedFailure("apt-get installed "
                    + String.join(" ", still.stream().map(Need::debianPackage).toList())
                    + ", yet nothing is at "
                    + still.getFirst().places() + ". See " + log);
        }
        console.done("installed " + String.join(" ", names), Duration.between(begun, Instant.now()));
    }

    /** Installs what can be, and says what could not and what that means. */
    public static void ensureIfPossible(Need need, String without, Path log, Console console) {
        try {
            ensure(List.of(need), log, console);
        } catch (HeedFailure e) {
            console.trouble("No " + need.what().replaceFirst("^(the|its) ", "") + ": " + without);
        }
    }

    private static void install(List<String> names, Path log) {
        List<String> command = new ArrayList<>();
        if (!root()) {
            command.add("sudo");
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "heed"));
        command.addAll(names);
        try {
            Process apt = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (apt.waitFor() != 0) {
                throw new HeedFailure("apt-get could not install " + String.join(" ", names) + "; see " + log
                        + ". Install them yourself and call again.");
            }
        } catch (IOException e) {
            throw new HeedFailure(
                    "Cannot install " + String.join(" ", names) + ": neither root nor sudo. Install them yourself: "
                            + "apt-get install --no-install-recommends " + String.join(" ", names),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while apt-get ran; call again.", e);
        }
    }

    private static boolean root() {
        return Unprivileged.root();
    }
}
