package dev.heed.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the kernel tells of processes, read from {@code /proc}. */
public final class Proc {
    private static final Path ROOT = Path.of("/proc");

    private Proc() {}

    /**
     * One process as seen now.
     *
     * @param pid its id, which the kernel gives out again after its end
     * @param state the kernel's letter; Z is dead and unburied
     * @param session the id of the process that began its session
     * @param startTicks clock ticks between boot and its start, which tells it from a later one of the same id
     */
    public record Seen(long pid, char state, long session, long startTicks) {
        boolean gone() {
            return state == 'Z' || state == 'X';
        }
    }

    /** The process of an id, if there is one that still lives. */
    public static Optional<Seen> see(long pid) {
        try {
            return parse(Files.readString(ROOT.resolve(Long.toString(pid)).resolve("stat")))
                    .filter(seen -> !seen.gone());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** All living processes of a session. */
    static List<Seen> session(long leader) {
        List<Seen> members = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            for (Path folder : folders) {
                see(Long.parseLong(folder.getFileName().toString()))
                        .filter(seen -> seen.session() == leader)
                        .ifPresent(members::add);
            }
        } catch (IOException e) {
            return members;
        }
        return members;
    }

    /** Names this run of the machine: start ticks count from boot, so they mean nothing after the next one. */
    static String boot() {
        try {
            return Files.readString(ROOT.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The command line of a process, words parted by blanks; empty if it is not ours to read. */
    public static String command(long pid) {
        try {
            String words = Files.readString(ROOT.resolve(Long.toString(pid)).resolve("cmdline"));
            return words.replace('\0', ' ').strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Resident memory in MiB, 0 if unknown. */
    public static long memory(long pid) {
        try {
            return Files.readAllLines(ROOT.resolve(Long.toString(pid)).resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Reads one line of {@code /proc/PID/stat}; the program's name may hold blanks and brackets. */
    static Optional<Seen> parse(String stat) {
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] rest = stat.substring(close + 1).strip().split("\\s+", -1);
        if (rest.length < 20) {
            return Optional.empty();
        }
        return Optional.of(new Seen(
                Long.parseLong(stat.substring(0, open).strip()),
                rest[0].charAt(0),
                Long.parseLong(rest[3]),
                Long.parseLong(rest[19])));
    }
}
