package dev.heed.local.process;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that says which process is a part.
 *
 * <p>It holds the pid, the process's start in ticks and the machine's boot id: all three must agree before the process
 * is taken for ours, so that a recycled pid is never signalled.
 */
public final class PidFile {
    private final Path file;

    /** The file, which need not exist. */
    public PidFile(Path file) {
        this.file = file;
    }

    /** Names the process. One that has ended already leaves no file: whoever looks for it finds none, and reads its log. */
    void write(long pid) {
        Optional<Proc.Seen> seen = Proc.see(pid);
        if (seen.isEmpty()) {
            delete();
            return;
        }
        try {
            Files.writeString(file, pid + " " + seen.get().startTicks() + " " + Proc.boot() + "\n");
        } catch (IOException e) {
            throw new HeedFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The living process that the file names, if it is still the same one. */
    Optional<Proc.Seen> read() {
        return named().flatMap(named -> Proc.see(named.pid())
                .filter(seen ->
                        seen.startTicks() == named.startTicks() && named.boot().equals(Proc.boot())));
    }

    /** The session that the file names, although its leader may have ended; empty after a reboot. */
    Optional<Long> session() {
        return named().filter(named -> named.boot().equals(Proc.boot())).map(Named::pid);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HeedFailure("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    private Optional<Named> named() {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            return words.length == 3
                    ? Optional.of(new Named(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private record Named(long pid, long startTicks, String boot) {}
}
