package dev.heed.local.port;

import dev.heed.local.HeedFailure;
import dev.heed.local.process.Pause;
import dev.heed.local.process.Proc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port, through {@code /proc/net/tcp} and the sockets that processes hold. */
public final class PortOwners {
    private static final String LISTENING = "0A";
    private static final int MOST = 160;
    private static final int BEGINNING = 50;
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private PortOwners() {}

    /** Whether nobody listens on the port of the loopback address. */
    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Else connections that a stopped part left in TIME_WAIT would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Throws, naming who holds the port, if it is taken. */
    public static void refuseIfTaken(String wanted, int port) {
        if (!free(port) && !isLetGo(port)) {
            throw new HeedFailure("Port " + port + ", wanted for " + wanted + ", is held by "
                    + owner(port).orElse("a process that this user may not look at")
                    + ". Stop it, or move Heed: HEED_PORT_OFFSET=2000 ./heed up");
        }
    }

    /** One that was killed just now is gone before its last thread is, which holds its sockets: nobody owns them any more. */
    private static boolean isLetGo(int port) {
        Instant until = Instant.now().plus(LETTING_GO);
        while (!free(port)) {
            if (owner(port).isPresent() || Instant.now().isAfter(until)) {
                return false;
            }
            Pause.brief();
        }
        return true;
    }

    /** The holder of the port: its pid and its command. */
    public static Optional<String> owner(int port) {
        return inode(port).flatMap(PortOwners::holder).map(pid -> "process " + pid + " (" + shortened(pid) + ")");
    }

    private static Optional<String> inode(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(PortOwners::lines)
                .flatMap(line -> inode(line, port).stream())
                .findFirst();
    }

    private static Stream<String> lines(String table) {
        try {
            return Files.readAllLines(Path.of(table)).stream();
        } catch (IOException e) {
            // The table of a protocol that this kernel does not speak.
            return Stream.empty();
        }
    }

    /** The socket's inode if the line of the kernel's table is of a listener on the port. */
    static Optional<String> inode(String line, int port) {
        String[] words = line.strip().split("\\s+", -1);
        return words.length > 9
                        && words[3].equals(LISTENING)
                        && words[1].endsWith(String.format(Locale.ROOT, ":%04X", port))
                ? Optional.of(words[9])
                : Optional.empty();
    }

    private static Optional<Long> holder(String inode) {
        Path socket = Path.of("socket:[" + inode + "]");
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, socket)) {
                    return Optional.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Path socket) {
        try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path handle : handles) {
                if (socket.equals(Files.readSymbolicLink(handle))) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
        return false;
    }

    private static String shortened(long pid) {
        String command = Proc.command(pid);
        // What tells one JVM from another stands at the end.
        return command.length() > MOST
                ? command.substring(0, BEGINNING) + " ... " + command.substring(command.length() - MOST + BEGINNING)
                : command;
    }
}
