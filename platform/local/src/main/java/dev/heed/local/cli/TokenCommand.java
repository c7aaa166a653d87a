package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a bearer token, alone on its line, so that a shell can take it. */
@Command(
        name = "token",
        description = "Prints a bearer token of a demo user, good for 15 minutes.",
        footer = {
            "",
            "curl -H \"Authorization: Bearer $(./heed token agent)\" http://localhost:8080/api/routing/tickets"
        },
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Parameters(paramLabel = "USER", description = "agent, agent2, lead, compliance or admin.")
    private String user = "";

    /** Of an installation. */
    public TokenCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        console.line(installation.token(user));
        return 0;
    }
}
