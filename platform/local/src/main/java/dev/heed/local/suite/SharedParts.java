package dev.heed.local.suite;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.broker.RabbitMq;
import dev.heed.local.build.Software;
import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import dev.heed.local.home.Secrets;
import dev.heed.local.part.Supervisor;
import dev.heed.local.part.Together;
import dev.heed.local.port.PortOwners;
import dev.heed.local.postgres.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One PostgreSQL and one broker for all component tests of a run.
 *
 * <p>They live in a folder of their own, on ports that are free now, beside whatever else runs here.
 */
final class SharedParts implements AutoCloseable {
    private static final int FIRST_OFFSET = 6000;
    private static final int LAST_OFFSET = 6900;
    private static final int STEP = 50;

    private final Home home;
    private final Supervisor supervisor;

    SharedParts(Path checkout) {
        Path folder = checkout.resolve(".heed").resolve("test");
        this.home = new Home(checkout, folder, new Ports(freeOffset()));
        this.supervisor = new Supervisor(home);
    }

    Home home() {
        return home;
    }

    /** Starts both and tells, by environment variables, where tests find them. */
    Map<String, String> start(Console console) {
        close();
        Secrets secrets = Secrets.of(home);
        Postgres postgres = Postgres.forTests(home, secrets);
        RabbitMq rabbit = new RabbitMq(home, secrets);
        new Together(supervisor, console).start(List.of(postgres, rabbit));
        return Map.of(
                "HEED_TEST_PG",
                String.join(
                        ":",
                        "127.0.0.1",
                        Integer.toString(home.ports().postgres()),
                        postgres.server().user(),
                        postgres.server().password()),
                "HEED_TEST_AMQP",
                String.join(
                        ":",
                        "127.0.0.1",
                        Integer.toString(home.ports().amqp()),
                        Integer.toString(home.ports().amqpManagement()),
                        rabbit.broker().user(),
                        rabbit.broker().password()));
    }

    /** Ends both, also those that a broken run left, and deletes what they wrote; logs are kept. */
    @Override
    public void close() {
        for (String part : List.of(RabbitMq.NAME, Postgres.NAME)) {
            supervisor.stop(part, part.equals(Postgres.NAME) ? "INT" : "TERM");
            Software.delete(home.directory().resolve(part));
        }
        List.of("secrets", "run", "keycloak")
                .forEach(name -> Software.delete(home.directory().resolve(name)));
    }

    private static int freeOffset() {
        return IntStream.iterate(FIRST_OFFSET, offset -> offset <= LAST_OFFSET, offset -> offset + STEP)
                .filter(SharedParts::free)
                .findFirst()
                .orElseThrow(() -> new HeedFailure("No free ports for the tests' database and broker."));
    }

    private static boolean free(int offset) {
        Ports ports = new Ports(offset);
        return IntStream.of(
                        ports.postgres(), ports.amqp(), ports.amqpManagement(), ports.amqpNode(), ports.portMapper())
                .allMatch(PortOwners::free);
    }
}
