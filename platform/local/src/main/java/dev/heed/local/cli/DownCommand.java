package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything. */
@Command(
        name = "down",
        description = "Stops everything; data are kept and no process is left.",
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    /** Of an installation. */
    public DownCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        int stopped = installation.down(console);
        console.line(stopped == 0 ? "Nothing ran." : "Heed is down. Its data stay: ./heed up goes on with them.");
        return 0;
    }
}
