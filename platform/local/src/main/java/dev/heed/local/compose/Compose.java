package dev.heed.local.compose;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.PrivateFile;
import dev.heed.local.home.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts and stops the containers that stand in for missing packages. */
public final class Compose {
    private final Home home;
    private final Secrets secrets;

    /** For an installation. */
    public Compose(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
    }

    /** Writes the document and waits until every container is healthy. */
    public void up(Set<String> parts, Console console) {
        if (parts.isEmpty()) {
            return;
        }
        console.line(
                "This system has no packages for " + String.join(", ", parts) + "; using Docker Compose for them.");
        Instant begun = Instant.now();
        write(parts);
        call("up", "-d", "--wait");
        console.done(String.join(", ", parts) + " in containers", Duration.between(begun, Instant.now()));
    }

    /** Stops the containers, if there are any; returns whether there were. */
    public boolean down(boolean withData) {
        if (!Files.exists(document())) {
            return false;
        }
        if (withData) {
            call("down", "--volumes");
        } else {
            call("down");
        }
        return true;
    }

    private void write(Set<String> parts) {
        try {
            Path superuser = home.of("compose").resolve("superuser");
            PrivateFile.write(superuser, secrets.password("postgres.superuser"));
            String user = Files.getAttribute(home.directory(), "unix:uid") + ":"
                    + Files.getAttribute(home.directory(), "unix:gid");
            Files.writeString(document(), new ComposeFile(home, user.equals("0:0") ? "33:33" : user).render(parts));
        } catch (IOException e) {
            throw new HeedFailure("Cannot write " + document() + ": " + e.getMessage(), e);
        }
    }

    private Path document() {
        return home.directory().resolve("compose.yaml");
    }

    private void call(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("docker", "compose", "-f", document().toString(), "-p", ComposeFile.project(home)));
        command.addAll(List.of(arguments));
        Path log = home.log("compose");
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new HeedFailure("Failed: " + String.join(" ", command) + "\n  See " + log);
            }
        } catch (IOException e) {
            throw new HeedFailure(
                    "This system has neither apt-get nor Docker. Install RabbitMQ and Apache httpd with"
                            + " mod_auth_openidc by hand, or Docker with its compose plugin, and call again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while Docker worked; call again.", e);
        }
    }
}
