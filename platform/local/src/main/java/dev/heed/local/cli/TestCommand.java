package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.suite.TestRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs every test. */
@Command(
        name = "test",
        description = "Runs every check and test, installing what they need; does not disturb a running Heed.",
        footer = {"", "Ends with one line: N passed, N failed, N skipped. Exit code 0 only if nothing failed."},
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Option(names = "--only", paramLabel = "MODULE", description = "One module's tests, such as messaging or routing.")
    private String only = "";

    /** On the checkout of an installation. */
    public TestCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        return new TestRun(installation.home().checkout(), console).run(only) ? 0 : 1;
    }
}
