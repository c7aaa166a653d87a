package dev.heed.local;

import dev.heed.local.broker.Broker;
import dev.heed.local.broker.DeadLetters;
import dev.heed.local.compose.Compose;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.identity.PasswordGrant;
import dev.heed.local.part.Part;
import dev.heed.local.part.Supervisor;
import dev.heed.local.part.Together;
import dev.heed.local.postgres.PostgresServer;
import dev.heed.local.process.Proc;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One private installation: its home folder, its ports, its parts.
 *
 * <p>Opening it starts nothing. Part names: {@code postgres}, {@code rabbitmq}, {@code keycloak}, {@code x-simulator}, {@code crm-sample},
 * {@code ingestion}, {@code routing}, {@code reply}, {@code audit}, {@code gateway}. Nothing about the running parts is
 * kept in memory, so several programs may hold the same installation; those that change it take turns.
 */
public final class Installation {
    private final Home home;
    private final Secrets secrets;
    private final Supervisor supervisor;

    private Installation(Home home) {
        this.home = home;
        this.secrets = Secrets.of(home);
        this.supervisor = new Supervisor(home);
    }

    /**
     * An installation, whether it runs or not.
     *
     * @param home the folder that holds its data, logs and secrets
     * @param offset added to every port, so that several installations stand side by side
     */
    public static Installation open(Path home, int offset) {
        return new Installation(Home.at(home, offset));
    }

    /** The installation that {@code HEED_HOME} and {@code HEED_PORT_OFFSET} name. */
    public static Installation fromEnvironment() {
        return new Installation(Home.fromEnvironment());
    }

    /** Its folders and ports. */
    public Home home() {
        return home;
    }

    /** Starts what does not run yet and returns when every part is healthy. Idempotent. */
    public void up(Console console) {
        up(console, Set.copyOf(Blueprint.NAMES));
    }

    /** Starts only the named parts; what they need must be among them or run already. */
    public void up(Console console, Set<String> names) {
        try (Lock lock = Lock.take(home)) {
            lock.keep();
            home.remember();
            new Starting(home, secrets, console).start(names, new Together(supervisor, console));
        }
    }

    /** Stops every part that runs, in order, and leaves no process; returns how many ran. */
    public int down(Console console) {
        try (Lock lock = Lock.take(home)) {
            lock.keep();
            int stopped = new Stopping(supervisor, console).stopAll(Blueprint.NAMES.reversed());
            return new Compose(home, secrets).down(false) ? stopped + 1 : stopped;
        }
    }

    /** Stops everything and deletes all data, logs and secrets; unpacked and built software is kept. */
    public void reset(Console console) {
        down(console);
        new Compose(home, secrets).down(true);
        console.doing("deleting the data in " + home.directory());
        new Reset(home).deleteData();
    }

    /** Ends a part and its children with signal 9, as a crash would. */
    public void kill9(String part) {
        supervisor.kill(part);
    }

    /** Starts a part anew and returns when it is healthy; one that still runs is stopped in order first. */
    public void restart(String name) {
        Part part = new Blueprint(home, secrets)
                .processes().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new HeedFailure("This installation has no part '" + name + "'. Parts: "
                                + String.join(", ", Blueprint.NAMES)));
        supervisor.stop(name, part.farewell());
        supervisor.ensure(part, Console.silent());
    }

    /** Base URL of a part as this machine reaches it, without a trailing slash. */
    public URI url(String part) {
        return URI.create(
                switch (part) {
                    case "gateway" -> home.origin();
                    case "keycloak" -> "http://127.0.0.1:" + home.ports().keycloak() + "/auth";
                    case "x-simulator" -> "http://127.0.0.1:" + home.ports().simulator();
                    case "ingestion" -> "http://127.0.0.1:" + home.ports().ingestion();
                    case "routing" -> "http://127.0.0.1:" + home.ports().routing();
                    case "reply" -> "http://127.0.0.1:" + home.ports().reply();
                    case "audit" -> "http://127.0.0.1:" + home.ports().audit();
                    case "rabbitmq" -> "http://127.0.0.1:" + home.ports().amqpManagement();
                    default -> throw new HeedFailure("The part '" + part + "' has no URL.");
                });
    }

    /** A fresh bearer token of a demo user (agent, agent2, lead, compliance, admin), good for 15 minutes. */
    public String token(String user) {
        return new PasswordGrant(new Blueprint(home, secrets).identity()).token(user);
    }

    /** The database server, as its superuser reaches it. */
    public PostgresServer postgres() {
        return new Blueprint(home, secrets).postgres();
    }

    /** The broker, as the services reach it. */
    public Broker broker() {
        return new Blueprint(home, secrets).broker();
    }

    /** The dead-letter queues of its broker. */
    public DeadLetters deadLetters() {
        return new DeadLetters(home, broker());
    }

    /** Whether X is the simulator. */
    public boolean simulated() {
        return new Blueprint(home, secrets).simulated();
    }

    /** A part as it is now. */
    public record Status(Part part, Optional<Proc.Seen> process, boolean healthy) {}

    /** All parts that run as processes of this installation, as they are now. */
    public List<Status> status() {
        return new Blueprint(home, secrets)
                .processes().stream()
                        .map(part -> new Status(part, supervisor.process(part.name()), part.healthy()))
                        .toList();
    }

    /** Whether every part runs and is healthy. */
    public boolean healthy() {
        return status().stream().allMatch(status -> status.process().isPresent() && status.healthy());
    }
}
