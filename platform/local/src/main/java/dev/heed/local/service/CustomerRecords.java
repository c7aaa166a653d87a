package dev.heed.local.service;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.build.Module;
import dev.heed.local.build.Programs;
import dev.heed.local.home.Home;
import dev.heed.local.part.Part;
import dev.heed.local.part.Probe;
import dev.heed.local.process.Launch;
import dev.heed.local.process.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The sample of customer records: it answers ingestion out of a file that people may edit, a copy of the module's own,
 * in the installation's folder.
 */
public record CustomerRecords(Home home) implements Part {
    /** Its name as a part. */
    public static final String NAME = "crm-sample";

    private static final Module MODULE = Module.customerRecords();

    /** Where ingestion finds it. */
    String url() {
        return "http://127.0.0.1:" + home.ports().customerRecords();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("http", home.ports().customerRecords());
    }

    @Override
    public void prepare(Console console) {
        new Programs(home).ensure(List.of(MODULE), console);
        try {
            if (!Files.exists(file())) {
                Files.copy(home.checkout().resolve(MODULE.folder()).resolve("customers.csv"), file());
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot write " + file() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Launch launch() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-jar",
                program().resolve("heed-crm-sample.jar").toString());
        Map<String, String> environment = Map.of(
                "HEED_CRM_SAMPLE_PORT", Integer.toString(home.ports().customerRecords()),
                "HEED_CRM_SAMPLE_FILE", file().toString());
        return new Launch(command, environment, home.of(NAME));
    }

    @Override
    public boolean outdated(long pid) {
        return !Proc.command(pid).contains(program().toString());
    }

    @Override
    public boolean healthy() {
        return Probe.ok(url() + "/health");
    }

    private Path program() {
        return new Programs(home).program(MODULE);
    }

    private Path file() {
        return home.of(NAME).resolve("customers.csv");
    }
}
