package dev.heed.local;

import dev.heed.local.cli.BenchCommand;
import dev.heed.local.cli.DeadLettersCommand;
import dev.heed.local.cli.DownCommand;
import dev.heed.local.cli.K8sCommand;
import dev.heed.local.cli.LogsCommand;
import dev.heed.local.cli.ResetCommand;
import dev.heed.local.cli.StatusCommand;
import dev.heed.local.cli.TestCommand;
import dev.heed.local.cli.TokenCommand;
import dev.heed.local.cli.UpCommand;
import dev.heed.local.demo.DemoCommand;
import dev.heed.local.replay.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

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
        return new CommandLine(new HeedCommand(console))
                .addSubcommand(new UpCommand(installation, console))
                .addSubcommand(new DownCommand(installation, console))
                .addSubcommand(new StatusCommand(installation, console))
                .addSubcommand(new LogsCommand(installation, console))
                .addSubcommand(new TokenCommand(installation, console))
                .addSubcommand(new DemoCommand(installation, console))
                .addSubcommand(new ReplayCommand(installation, console))
                .addSubcommand(new DeadLettersCommand(installation, console))
                .addSubcommand(new TestCommand(installation, console))
                .addSubcommand(new BenchCommand(installation, console))
                .addSubcommand(new K8sCommand(installation, console))
                .addSubcommand(new ResetCommand(installation, console))
                .addSubcommand(new HelpCommand());
    }

    @Override
    public void run() {
        console.line(new CommandLine(this).getUsageMessage());
    }
}
