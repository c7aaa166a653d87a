package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.identity.DemoUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts everything that does not run yet. */
@Command(
        name = "up",
        description = "Starts everything that does not run yet, installing and building what is missing.",
        footer = {
            "",
            "Existing parts: HEED_PG_URL, HEED_AMQP_URL, HEED_OIDC_ISSUER. The real X: HEED_X_CLIENT_ID,",
            "HEED_X_CLIENT_SECRET, HEED_X_BEARER_TOKEN. A second installation: HEED_HOME, HEED_PORT_OFFSET."
        },
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "Start only these, such as postgres rabbitmq keycloak, for work on one service.")
    private List<String> parts = List.of();

    /** Of an installation. */
    public UpCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant begun = Instant.now();
        console.heading("Starting Heed in " + installation.home().directory());
        Thread interrupted = new Thread(() -> console.line(
                "\nStopped waiting. What was started goes on: ./heed up waits again, ./heed down ends it."));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            start();
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        console.heading(String.format(Locale.ROOT, "Heed is up (%.0f s).", seconds));
        addresses();
        return 0;
    }

    private void start() {
        if (parts.isEmpty()) {
            installation.up(console);
        } else {
            installation.up(console, Set.copyOf(parts));
        }
    }

    private void addresses() {
        console.line("");
        console.line("  Heed            " + installation.home().origin());
        console.line("  APIs            " + installation.home().origin()
                + "/api/{ingestion,routing,reply,audit}  (contracts: .../openapi)");
        if (installation.simulated()) {
            console.line("  X, simulated    " + installation.url("x-simulator"));
        } else {
            console.line("  X               the real one, by your credentials");
        }
        console.line("  Demo users      "
                + String.join(", ", DemoUser.ALL.stream().map(DemoUser::name).toList())
                + "  (password: the name and -demo, such as agent-demo)");
        console.line("");
        console.line("  Next: ./heed demo, ./heed token agent, ./heed status, ./heed logs routing, ./heed down");
    }
}
