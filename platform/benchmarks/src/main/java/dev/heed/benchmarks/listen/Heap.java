package dev.heed.benchmarks.listen;

import dev.heed.benchmarks.parts.Rig;
import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service's heap, as its JVM tells. All in megabytes. */
final class Heap {
    /** A generation, or with another collector the heap; spaces within one tell shares only, the metaspace no total. */
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final Pattern METRIC =
            Pattern.compile("^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} ([0-9.E+]+)$", Pattern.MULTILINE);
    private static final double MEGA = 1024.0 * 1024;

    private final Rig rig;

    Heap(Rig rig) {
        this.rig = rig;
    }

    /** What is used now, garbage included. */
    double used() {
        return sum(METRIC, rig.ingestion().text("/q/metrics")) / MEGA;
    }

    /** What still lives after all garbage was collected. Twice: what the first run finds dead may hold other things. */
    double live() {
        String pid = Long.toString(rig.ingestionPid());
        tell(pid, "GC.run");
        tell(pid, "GC.run");
        return liveIn(tell(pid, "GC.heap_info"));
    }

    static double liveIn(String heapInfo) {
        return sum(USED, heapInfo) / 1024;
    }

    private static double sum(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        double sum = 0;
        while (found.find()) {
            sum += Double.parseDouble(found.group(1));
        }
        return sum == 0 ? Double.NaN : sum;
    }

    private static String tell(String pid, String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), pid, command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new HeedFailure("The service's JVM does not answer " + command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new HeedFailure("Cannot run the JDK's jcmd: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while looking at the heap.", e);
        }
    }
}
