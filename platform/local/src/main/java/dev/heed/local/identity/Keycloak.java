package dev.heed.local.identity;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.build.Maven;
import dev.heed.local.build.Software;
import dev.heed.local.build.Unpack;
import dev.heed.local.build.Versions;
import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import dev.heed.local.home.PrivateFile;
import dev.heed.local.home.Secrets;
import dev.heed.local.part.Part;
import dev.heed.local.part.Probe;
import dev.heed.local.postgres.Databases;
import dev.heed.local.postgres.PostgresServer;
import dev.heed.local.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keycloak, built once for PostgreSQL, started without its script, which would cost a second JVM.
 *
 * <p>Its own folder holds what differs between installations (realm, certificates, data) and a link to the libraries
 * that they share. Browsers reach it through the gateway; only the gateway and the services speak to its ports.
 */
public final class Keycloak implements Part {
    /** Its name as a part. */
    public static final String NAME = "keycloak";

    private static final String NOT_NEEDED = "ciba,device-flow,docker,identity-brokering-api,impersonation,kerberos,"
            + "organization,par,passkeys,user-event-metrics,web-authn";

    private final Home home;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final Certificates certificates;

    /** The provider of an installation, its data on the given server. */
    public Keycloak(Home home, Secrets secrets, PostgresServer postgres) {
        this.home = home;
        this.secrets = secrets;
        this.postgres = postgres;
        this.certificates = new Certificates(home.of(NAME).resolve("conf"), secrets);
    }

    /** The authority that the gateway has to trust. */
    public Path authority() {
        return certificates.authority();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of("postgres");
    }

    @Override
    public Map<String, Integer> ports() {
        Ports ports = home.ports();
        return Map.of("http", ports.keycloak(), "https", ports.keycloakTls(), "management", ports.keycloakManagement());
    }

    /** Fetches and builds Keycloak if need be; writes the realm and the certificates. */
    @Override
    public void prepare(Console console) {
        Path folder = home.of(NAME);
        certificates.ensure();
        Path lib = folder.resolve("lib");
        try {
            for (String name : List.of("data/import", "providers", "themes")) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.deleteIfExists(lib);
            Files.createSymbolicLink(lib, distribution(console).resolve("lib"));
            PrivateFile.write(folder.resolve("data/import/heed-realm.json"), Realm.document(home, secrets));
        } catch (IOException e) {
            throw new HeedFailure("Cannot write Keycloak's files: " + e.getMessage(), e);
        }
    }

    @Override
    public Launch launch() {
        Path folder = home.of(NAME);
        Ports ports = home.ports();
        List<String> command = new ArrayList<>(java(folder));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--hostname=" + home.origin() + "/auth",
                "--hostname-backchannel-dynamic=true",
                "--proxy-headers=xforwarded",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--https-port=" + ports.keycloakTls(),
                "--https-key-store-file=" + certificates.keyStore(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--http-management-scheme=http",
                "--cache=local",
                "--db-url=" + postgres.jdbcUrl("keycloak"),
                "--db-username=keycloak",
                "--db-pool-max-size=20",
                "--log-console-level=info"));
        // Not on the command line, which other users of the machine may read.
        Map<String, String> environment = Map.of(
                "KC_DB_PASSWORD", Databases.password(secrets, "keycloak"),
                "KC_HTTPS_KEY_STORE_PASSWORD", certificates.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "heed-bootstrap",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak.admin"));
        return new Launch(command, environment, folder);
    }

    @Override
    public boolean healthy() {
        return Probe.ok("http://127.0.0.1:" + home.ports().keycloakManagement() + "/auth/health/ready");
    }

    /** Its first start makes a hundred tables. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(8);
    }

    /** Fetches the distribution, so that tests find it without a network. */
    public Path distribution(Console console) {
        String version = Versions.of(NAME);
        return new Software(home).once("keycloak-" + version, folder -> {
            console.doing("fetching Keycloak " + version + " (180 MB)");
            Path zip = new Maven(home).fetch("org.keycloak:keycloak-quarkus-dist:" + version + ":zip", folder);
            Unpack.zipWithoutTop(zip, folder);
            Files.delete(zip);
            console.doing("building Keycloak for PostgreSQL");
            build(folder);
        });
    }

    private void build(Path folder) throws IOException {
        List<String> command = new ArrayList<>(java(folder));
        command.addAll(List.of(
                "build",
                "--db=postgres",
                "--health-enabled=true",
                "--http-relative-path=/auth",
                "--features-disabled=" + NOT_NEEDED));
        Path log = home.log("keycloak-build");
        try {
            int code = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new HeedFailure("Keycloak could not be built; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while Keycloak was built.", e);
        }
    }

    /** As its own script calls it, with a JVM that starts fast rather than runs fast. */
    private static List<String> java(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms96m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
