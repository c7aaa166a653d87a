package dev.heed.benchmarks.parts;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import dev.heed.local.port.PortOwners;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Where a benchmark stands: a folder of its own below {@code .heed/bench}, on ports that are free now. */
final class Ground {
    private static final int FIRST_OFFSET = 4500;
    private static final int LAST_OFFSET = 5900;
    private static final int STEP = 50;

    private Ground() {}

    static Home of(Path checkout, String benchmark) {
        Path folder = checkout.resolve(".heed").resolve("bench").resolve(benchmark);
        return new Home(checkout, folder, new Ports(freeOffset()));
    }

    private static int freeOffset() {
        return IntStream.iterate(FIRST_OFFSET, offset -> offset <= LAST_OFFSET, offset -> offset + STEP)
                .filter(Ground::free)
                .findFirst()
                .orElseThrow(() -> new HeedFailure("No free ports for the benchmark's parts."));
    }

    private static boolean free(int offset) {
        Ports ports = new Ports(offset);
        return IntStream.of(
                        ports.postgres(),
                        ports.amqp(),
                        ports.amqpManagement(),
                        ports.amqpNode(),
                        ports.portMapper(),
                        ports.simulator(),
                        ports.ingestion())
                .allMatch(PortOwners::free);
    }
}
