package dev.heed.benchmarks.parts;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.broker.Broker;
import dev.heed.local.broker.RabbitMq;
import dev.heed.local.build.Module;
import dev.heed.local.build.Programs;
import dev.heed.local.build.Software;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.part.Supervisor;
import dev.heed.local.part.Together;
import dev.heed.local.postgres.Databases;
import dev.heed.local.postgres.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts around one benchmark: PostgreSQL that keeps its promises (no shortcuts of tests), RabbitMQ, the simulator of
 * X, and the ingestion service, which can be started anew with other settings on an empty database.
 *
 * <p>Closing ends all of them by their process ids and deletes what they wrote but the logs; so does the end of the JVM.
 */
public final class Rig implements AutoCloseable {
    private static final String INGESTION = "ingestion";
    private static final String SIMULATOR = "x-simulator";
    private static final String DATABASE = "heed_ingestion";

    private final Home home;
    private final Console console;
    private final Supervisor supervisor;
    private final Secrets secrets;
    private final Postgres postgres;
    private final RabbitMq rabbit;
    private final Issuer issuer = new Issuer();
    private final Thread ending = new Thread(this::stopAll);

    private Rig(Home home, Console console) {
        this.home = home;
        this.console = console;
        this.supervisor = new Supervisor(home);
        stopAll();
        this.secrets = Secrets.of(home);
        this.postgres = new Postgres(home, secrets);
        this.rabbit = new RabbitMq(home, secrets);
    }

    /** Builds what is stale and starts database, broker and simulator. */
    public static Rig start(Path checkout, String benchmark, Console console) {
        Rig rig = new Rig(Ground.of(checkout, benchmark), console);
        Runtime.getRuntime().addShutdownHook(rig.ending);
        try {
            new Programs(rig.home).ensure(List.of(Module.service(INGESTION), Module.simulator()), console);
            new Together(rig.supervisor, console).start(List.of(rig.postgres, rig.rabbit, rig.simulatorPart()));
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    /** Where logs and data are. */
    public Home home() {
        return home;
    }

    public Broker broker() {
        return rabbit.broker();
    }

    /** The simulator, without a token. */
    public Http simulator() {
        return new Http("http://127.0.0.1:" + home.ports().simulator(), Map.of());
    }

    /** The ingestion service, as an administrator. */
    public Http ingestion() {
        return new Http(
                "http://127.0.0.1:" + home.ports().ingestion(),
                Map.of("Authorization", "Bearer " + issuer.administrator()));
    }

    /** The process that serves as ingestion now. */
    public long ingestionPid() {
        return supervisor
                .process(INGESTION)
                .orElseThrow(() -> new HeedFailure("ingestion does not run any more; see " + home.log(INGESTION)))
                .pid();
    }

    /**
     * Starts the ingestion service on an empty database, in place of one that runs.
     *
     * @param heapMegabytes the most that its heap may take
     * @param settings environment on top of what points it at the parts
     */
    public void freshIngestion(int heapMegabytes, Map<String, String> settings) {
        supervisor.stop(INGESTION, "TERM");
        emptyDatabase();
        Map<String, String> environment = new HashMap<>(wiring());
        environment.putAll(settings);
        supervisor.ensure(
                new Program(
                        home,
                        INGESTION,
                        Module.service(INGESTION),
                        home.ports().ingestion(),
                        List.of("-XX:+UseSerialGC", "-Xms" + heapMegabytes + "m", "-Xmx" + heapMegabytes + "m"),
                        environment),
                console);
    }

    /** Processor time that each part has had so far, with all its processes that still live. */
    public Map<String, Duration> processorTime() {
        Map<String, Duration> spent = new TreeMap<>();
        for (String part : List.of(SIMULATOR, INGESTION, Postgres.NAME, RabbitMq.NAME)) {
            supervisor.process(part).ifPresent(seen -> spent.put(part, ProcessTree.processorTime(seen.pid())));
        }
        // Alone: the parts are its children.
        spent.put("benchmark", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        return spent;
    }

    /** Ends the ingestion service in order. */
    public void stopIngestion() {
        supervisor.stop(INGESTION, "TERM");
    }

    /** A connection of the database server's administrator to the ingestion service's database. */
    public Connection database() throws SQLException {
        return connect(DATABASE);
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C: the hook is at work already, and finds nothing left to do.
        }
    }

    private Program simulatorPart() {
        return new Program(
                home,
                SIMULATOR,
                Module.simulator(),
                home.ports().simulator(),
                List.of("-XX:+UseSerialGC", "-Xmx1g"),
                Map.of("HEED_SIM_PORT", Integer.toString(home.ports().simulator())));
    }

    private Map<String, String> wiring() {
        Map<String, String> wiring = new HashMap<>(issuer.settings());
        wiring.put("HEED_HTTP_PORT", Integer.toString(home.ports().ingestion()));
        wiring.put("HEED_PG_HOST", postgres.server().host());
        wiring.put("HEED_PG_PORT", Integer.toString(postgres.server().port()));
        wiring.put("HEED_PG_DATABASE", DATABASE);
        wiring.put("HEED_PG_USER", DATABASE);
        wiring.put("HEED_PG_PASSWORD", Databases.password(secrets, DATABASE));
        wiring.put("HEED_AMQP_HOST", broker().host());
        wiring.put("HEED_AMQP_PORT", Integer.toString(broker().port()));
        wiring.put("HEED_AMQP_USER", broker().user());
        wiring.put("HEED_AMQP_PASSWORD", broker().password());
        wiring.put("HEED_AMQP_VHOST", broker().vhost());
        wiring.put("HEED_X_API_URL", "http://127.0.0.1:" + home.ports().simulator());
        wiring.put("HEED_X_CLIENT_ID", "sim-client");
        wiring.put("HEED_X_CLIENT_SECRET", "sim-secret");
        wiring.put("HEED_X_BEARER_TOKEN", "sim-bearer");
        wiring.put("HEED_SECRET_KEY", secrets.key("secret.key"));
        return wiring;
    }

    private void emptyDatabase() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE + " owner " + DATABASE);
        } catch (SQLException e) {
            throw new HeedFailure("PostgreSQL refused to make an empty database: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                postgres.server().jdbcUrl(database),
                postgres.server().user(),
                postgres.server().password());
    }

    private void stopAll() {
        supervisor.stop(INGESTION, "TERM");
        supervisor.stop(SIMULATOR, "TERM");
        supervisor.stop(RabbitMq.NAME, "TERM");
        supervisor.stop(Postgres.NAME, "INT");
        List.of(RabbitMq.NAME, Postgres.NAME, "secrets", "run")
                .forEach(name -> Software.delete(home.directory().resolve(name)));
    }
}
