package dev.heed.local;

import dev.heed.local.home.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that one command at a time changes an installation; the kernel lets go of it when the command dies. */
final class Lock implements AutoCloseable {
    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    static Lock take(Home home) {
        Path file = home.directory().resolve("lock");
        try {
            Files.createDirectories(home.directory());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new HeedFailure("Another heed command is at work on " + home.directory()
                        + ". Wait for it, or end it with Ctrl-C where it runs.");
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw new HeedFailure("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    /** Names it, since the compiler asks what is held for. */
    void keep() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("the lock is not held");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HeedFailure("Cannot release the lock: " + e.getMessage(), e);
        }
    }
}
