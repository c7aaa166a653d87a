package dev.heed.local.suite;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The check of the AsyncAPI document and the schemas with the standard's own parser, which is written in JavaScript. */
final class ContractCheck {
    private final Home home;
    private final Console console;

    ContractCheck(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    Tally run() {
        Path folder = home.checkout().resolve("platform/contracts/check");
        if (!Files.exists(folder.resolve("package.json"))) {
            throw new HeedFailure("The check of the contracts is missing: " + folder);
        }
        console.heading("Contracts, by the AsyncAPI parser");
        Instant begun = Instant.now();
        Path log = home.log("contracts-check");
        if (npm(folder, log, "ci", "--no-audit", "--no-fund") != 0) {
            console.trouble("npm could not install what the check needs: " + log);
            return Tally.failure("npm ci in platform/contracts/check");
        }
        int code = npm(folder, log, "test");
        Tally tally = count(log);
        if (code != 0 && tally.failed() == 0) {
            tally = tally.plus(Tally.failure("npm test in platform/contracts/check: see " + log));
        }
        if (code == 0) {
            console.done("contracts hold", Duration.between(begun, Instant.now()));
        } else {
            console.trouble("contracts do not hold: " + log);
        }
        return tally;
    }

    private static int npm(Path folder, Path log, String... arguments) {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new HeedFailure("Cannot run npm: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while npm ran.", e);
        }
    }

    private static Tally count(Path log) {
        try {
            return count(Files.readString(log));
        } catch (IOException e) {
            return Tally.failure("no output of npm test");
        }
    }

    /** Reads the sums of Node's test runner; a check that ends without them counts as one test. */
    static Tally count(String output) {
        int passed = sum(output, "pass");
        int failed = sum(output, "fail");
        if (passed + failed == 0) {
            return new Tally(1, 0, 0, List.of());
        }
        return new Tally(
                passed, failed, sum(output, "skipped"), failed == 0 ? List.of() : List.of("platform/contracts/check"));
    }

    private static int sum(String output, String word) {
        Matcher line = Pattern.compile("(?m)^\\W+ ?" + word + " (\\d+)$").matcher(output);
        int sum = 0;
        while (line.find()) {
            sum += Integer.parseInt(line.group(1));
        }
        return sum;
    }
}
