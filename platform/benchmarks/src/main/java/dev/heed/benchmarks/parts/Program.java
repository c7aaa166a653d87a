package dev.heed.benchmarks.parts;

import dev.heed.local.Console;
import dev.heed.local.build.Module;
import dev.heed.local.build.Programs;
import dev.heed.local.home.Home;
import dev.heed.local.part.Part;
import dev.heed.local.part.Probe;
import dev.heed.local.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A packaged Quarkus application as a process, on a JVM that runs fast rather than starts fast, as in production.
 *
 * @param jvm further options, the heap first of all
 */
record Program(Home home, String name, Module module, int port, List<String> jvm, Map<String, String> environment)
        implements Part {

    @Override
    public Map<String, Integer> ports() {
        return Map.of("http", port);
    }

    @Override
    public void prepare(Console console) {
        new Programs(home).ensure(List.of(module), console);
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                new Programs(home).program(module).resolve("quarkus-run.jar").toString()));
        return new Launch(command, environment, home.of(name));
    }

    @Override
    public boolean healthy() {
        // The simulator has no readiness of its own to tell.
        return Probe.answers("http://127.0.0.1:" + port + "/q/health/ready", status -> status == 200 || status == 404);
    }
}
