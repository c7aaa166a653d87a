package dev.heed.local.broker;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import dev.heed.local.home.PrivateFile;
import dev.heed.local.home.Secrets;
import dev.heed.local.home.Template;
import dev.heed.local.install.Need;
import dev.heed.local.install.Packages;
import dev.heed.local.part.Part;
import dev.heed.local.part.Probe;
import dev.heed.local.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A private node of RabbitMQ, its data under the installation's home.
 *
 * <p>Erlang's port mapper outlives its nodes, so the node gets one of its own, in the same session, that ends with it.
 */
public final class RabbitMq implements Part {
    /** Its name as a part. */
    public static final String NAME = "rabbitmq";

    // The mapper stays in the foreground of the session, the node takes the shell's place and with it its pid.
    private static final String SCRIPT = """
            epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 &
            until epmd -port "$ERL_EPMD_PORT" -names >/dev/null 2>&1; do sleep 0.1; done
            exec "$0"
            """;

    private final Home home;
    private final Secrets secrets;
    private final Broker broker;

    /** The node of an installation. */
    public RabbitMq(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
        this.broker = Broker.of(home, secrets);
    }

    /** How the services reach it. */
    public Broker broker() {
        return broker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Integer> ports() {
        Ports ports = home.ports();
        return Map.of(
                "AMQP", ports.amqp(),
                "management", ports.amqpManagement(),
                "Erlang node", ports.amqpNode(),
                "Erlang port mapper", ports.portMapper());
    }

    /** Installs the package if need be and writes the node's configuration. */
    @Override
    public void prepare(Console console) {
        Packages.ensure(List.of(Need.RABBITMQ), home.log("apt"), console);
        configure();
    }

    /** Writes the configuration into the part's folder and returns the folder. */
    public Path configure() {
        Path folder = home.of(NAME);
        try {
            PrivateFile.write(folder.resolve("rabbitmq.conf"), configuration());
            Files.writeString(folder.resolve("enabled_plugins"), "[rabbitmq_management].\n");
            Path cookie = folder.resolve(".erlang.cookie");
            if (!Files.exists(cookie)) {
                Files.writeString(cookie, secrets.password("rabbitmq.cookie"));
                Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("r--------"));
            }
            return folder;
        } catch (IOException e) {
            throw new HeedFailure("Cannot write RabbitMQ's configuration: " + e.getMessage(), e);
        }
    }

    /** The same for a container, whose user is not ours and has to read it. */
    public void configureForContainer() {
        try {
            Files.setPosixFilePermissions(
                    configure().resolve("rabbitmq.conf"), PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new HeedFailure("Cannot open RabbitMQ's configuration to its container: " + e.getMessage(), e);
        }
    }

    String configuration() {
        return Template.beside(RabbitMq.class, "rabbitmq.conf")
                .fill(Map.of(
                        "amqp", Integer.toString(home.ports().amqp()),
                        "management", Integer.toString(home.ports().amqpManagement()),
                        "user", broker.user(),
                        "password", broker.password()));
    }

    @Override
    public Launch launch() {
        Path folder = home.of(NAME);
        Path server = Need.RABBITMQ.found().orElseThrow(() -> new HeedFailure("RabbitMQ is not installed."));
        Map<String, String> environment = Map.ofEntries(
                Map.entry("HOME", folder.toString()),
                Map.entry("RABBITMQ_NODENAME", "heed" + home.ports().offset() + "@localhost"),
                Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
                Map.entry(
                        "RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("enabled_plugins").toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(home.ports().amqpNode())),
                Map.entry("ERL_EPMD_PORT", Integer.toString(home.ports().portMapper())),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                // Makes the script give its process to the node; nothing of systemd is used.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-noinput -start_epmd false -kernel inet_dist_use_interface {127,0,0,1}"
                                + " +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none"));
        return new Launch(List.of("sh", "-c", SCRIPT, server.toString()), environment, folder);
    }

    @Override
    public boolean healthy() {
        return broker.answers() && Probe.ok("http://127.0.0.1:" + home.ports().amqpManagement() + "/");
    }
}
