package dev.heed.local.build;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Surroundings;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Maven as a process: the one that the launcher found, on the JDK that we run on.
 *
 * <p>Its output goes to a log; the caller sees line by line what it wants to make progress of.
 */
public final class Maven {
    private static final String DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
    private static final int MOST_LINES = 25;

    private final Home home;

    /** For the checkout of an installation. */
    public Maven(Home home) {
        this.home = home;
    }

    /** Fetches an artifact ({@code group:artifact:version:type}) and returns the file that was put into the folder. */
    public Path fetch(String artifact, Path into) {
        String[] words = artifact.split(":", -1);
        Path file = into.resolve(words[1] + "-" + words[2] + "." + words[3]);
        List<String> arguments = List.of(
                "-q",
                "-B",
                DEPENDENCY_PLUGIN + ":copy",
                "-Dartifact=" + artifact,
                "-DoutputDirectory=" + into,
                "-Dmdep.overWriteReleases=true");
        int code = run(arguments, into, Map.of(), home.log("maven-fetch"), line -> {});
        if (code != 0 || !Files.exists(file)) {
            throw new HeedFailure("Maven could not fetch " + artifact + ":\n" + errors(home.log("maven-fetch")));
        }
        return file;
    }

    /** Runs Maven in the checkout and throws with its last words if it fails. */
    public void build(List<String> arguments, Path log, Consumer<String> watcher) {
        if (run(arguments, home.checkout(), Map.of(), log, watcher) != 0) {
            throw new HeedFailure("The build failed:\n" + errors(log) + "\n  (all of it: " + log + ")");
        }
    }

    /** Runs Maven and returns its exit code; it is ended with us if we are ended first. */
    public int run(
            List<String> arguments, Path directory, Map<String, String> added, Path log, Consumer<String> watcher) {
        List<String> command = new ArrayList<>();
        command.add(Surroundings.get("HEED_MVN").orElse("mvn"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(added);
        try {
            Process maven = builder.start();
            Thread ending = new Thread(() -> endTree(maven));
            Runtime.getRuntime().addShutdownHook(ending);
            try (BufferedReader lines = maven.inputReader();
                    BufferedWriter copy = Files.newBufferedWriter(log)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    copy.write(line);
                    copy.newLine();
                    copy.flush();
                    watcher.accept(line);
                }
                return maven.waitFor();
            } finally {
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot run Maven (" + command.getFirst() + "): " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while Maven ran.", e);
        }
    }

    private static void endTree(Process maven) {
        maven.descendants().forEach(ProcessHandle::destroy);
        maven.destroy();
    }

    private static String errors(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains("ERROR"))
                    .takeWhile(line -> !line.contains("[Help 1]"))
                    .distinct()
                    .limit(MOST_LINES)
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "    (no log)";
        }
    }
}
