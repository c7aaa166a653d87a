package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.Installation;
import dev.heed.local.part.LogLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what parts wrote. */
@Command(
        name = "logs",
        description = "Shows the last lines of a part's log, or of all.",
        mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "Such as routing or gateway; without it, all.")
    private String part = "";

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines of each; default ${DEFAULT-VALUE}.")
    private int lines = 40;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what comes, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--raw", description = "As written, JSON and all.")
    private boolean raw;

    /** Of an installation. */
    public LogsCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        List<Path> logs = logs();
        if (logs.isEmpty()) {
            throw new HeedFailure("No logs yet. Start Heed: ./heed up");
        }
        logs.forEach(log -> command.add(log.toString()));
        Process tail = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy));
        try (BufferedReader said = tail.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                console.line(raw ? line : LogLine.readable(line));
            }
        }
        return tail.waitFor();
    }

    private List<Path> logs() throws IOException {
        if (!part.isEmpty()) {
            Path log = installation.home().log(part);
            if (!Files.exists(log)) {
                throw new HeedFailure("There is no log of '" + part + "'. There are: " + String.join(", ", names()));
            }
            return List.of(log);
        }
        return names().stream().map(installation.home()::log).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(installation.home().of("logs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
