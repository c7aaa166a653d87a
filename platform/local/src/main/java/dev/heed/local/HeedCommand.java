package dev.heed.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The root of the command line.
 *
 * <p>A command is a class that takes what it needs ({@link Installation}, {@link Console}) in its constructor and is
 * added in {@link #commandLine}; it reports trouble by throwing {@link HeedFailure}.
 */
@Command(
        name = "heed",
        description = "Heed on one machine: every mention heard, owned, answered and recorded.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class HeedCommand implements Runnable {
    private final Console console;

    private HeedCommand(Console console) {
        this.console = console;
    }

    /** All commands over one installation. */
    public static CommandLine commandLine(Installation installation, Console console) {
        CommandLine heed = new CommandLine(new HeedCommand(console));
        // Commands are added here: heed.addSubcommand(new UpCommand(installation, console));
        return heed;
    }

    @Override
    public void run() {
        console.line(new CommandLine(this).getUsageMessage());
    }
}
