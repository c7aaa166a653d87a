package dev.heed.local.build;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders of software that are filled once and then only read.
 *
 * <p>A folder appears under its name only when it is complete (it is filled under another name and moved), and commands
 * that want the same one at the same time wait for each other.
 */
public final class Software {
    private final Path root;

    /** The software of an installation's checkout. */
    public Software(Home home) {
        this.root = home.software();
    }

    /** Fills a folder. */
    @FunctionalInterface
    public interface Filling {
        /** Puts everything into the folder, which exists and is empty. */
        void fill(Path folder) throws IOException;
    }

    /** The folder of the name, filled now if it is not there. */
    public Path once(String name, Filling filling) {
        Path done = root.resolve(name);
        if (Files.isDirectory(done)) {
            return done;
        }
        try (FileChannel channel = FileChannel.open(
                        root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(done)) {
                Path draft = root.resolve(name + ".draft");
                delete(draft);
                Files.createDirectories(draft);
                filling.fill(draft);
                Files.move(draft, done);
            }
            return done;
        } catch (IOException e) {
            throw new HeedFailure("Cannot put " + name + " into " + root + ": " + e.getMessage(), e);
        }
    }

    /** Deletes a folder with all that is in it; nothing happens if it is not there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
