package dev.heed.benchmarks.parts;

import java.time.Duration;
import java.util.stream.Stream;

/** A process with all that it began. */
final class ProcessTree {
    private ProcessTree() {}

    /** What those that still live have had; zero when there is none. */
    static Duration processorTime(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
