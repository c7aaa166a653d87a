package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes all data after asking. */
@Command(
        name = "reset",
        description = "Stops everything and deletes all data, logs and secrets of this installation, after asking.",
        mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    /** Of an installation. */
    public ResetCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!yes && !agreed()) {
            console.line("Nothing was deleted.");
            return 1;
        }
        installation.reset(console);
        console.line("All data are gone. ./heed up starts afresh.");
        return 0;
    }

    private boolean agreed() throws IOException {
        console.line("This deletes every ticket, reply and entry in "
                + installation.home().directory() + ", for good. Type yes to go on:");
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (answer == null) {
            throw new HeedFailure("Nobody is there to ask. If you mean it: ./heed reset --yes");
        }
        return answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
