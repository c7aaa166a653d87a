package dev.heed.local;

import dev.heed.local.home.Surroundings;
import picocli.CommandLine;

/** Where {@code ./heed} arrives in Java. Exit codes: 0 done, 1 not done, 2 called wrongly. */
final class Main {
    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        Console console = Console.standard();
        System.exit(run(console, arguments));
    }

    private static int run(Console console, String[] arguments) {
        try {
            CommandLine heed = HeedCommand.commandLine(Installation.fromEnvironment(), console);
            heed.setExecutionExceptionHandler((thrown, command, parsed) -> {
                report(console, thrown);
                return 1;
            });
            return heed.execute(arguments);
        } catch (HeedFailure | IllegalArgumentException e) {
            report(console, e);
            return 1;
        }
    }

    private static void report(Console console, Exception thrown) {
        console.trouble(thrown instanceof HeedFailure ? String.valueOf(thrown.getMessage()) : "Unexpected: " + thrown);
        if (Surroundings.get("HEED_DEBUG").isPresent()) {
            thrown.printStackTrace();
        } else if (!(thrown instanceof HeedFailure)) {
            console.line("  HEED_DEBUG=1 shows where it comes from.");
        }
    }
}
