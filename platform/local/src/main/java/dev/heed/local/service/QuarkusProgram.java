package dev.heed.local.service;

import dev.heed.local.Console;
import dev.heed.local.build.Module;
import dev.heed.local.build.Programs;
import dev.heed.local.home.Home;
import dev.heed.local.part.Part;
import dev.heed.local.part.Probe;
import dev.heed.local.process.Launch;
import dev.heed.local.process.Proc;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Quarkus application as a part.
 *
 * @param name its name as a part
 * @param module what it is built from
 * @param port where it listens
 * @param needs parts that must be healthy before it starts
 * @param environment its settings
 */
record QuarkusProgram(
        Home home, String name, Module module, int port, Set<String> needs, Map<String, String> environment)
        implements Part {

    @Override
    public Map<String, Integer> ports() {
        return Map.of("http", port);
    }

    @Override
    public void prepare(Console console) {
        new Programs(home).ensure(List.of(module), console);
    }

    /** With a JVM that starts fast rather than runs fast: five of them share a laptop. */
    @Override
    public Launch launch() {
        Path program = new Programs(home).program(module);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                program.resolve("quarkus-run.jar").toString());
        return new Launch(command, environment, home.of(name));
    }

    /** The command names the program's folder, and that its fingerprint. */
    @Override
    public boolean outdated(long pid) {
        return !Proc.command(pid).contains(new Programs(home).program(module).toString());
    }

    @Override
    public boolean healthy() {
        return Probe.ok("http://127.0.0.1:" + port + "/q/health/ready");
    }
}
