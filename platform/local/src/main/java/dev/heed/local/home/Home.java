package dev.heed.local.home;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of one installation.
 *
 * <p>{@code directory} holds what is this installation's own (data, logs, secrets, pid files); {@link #software()} holds
 * what is unpacked or built once and read by every installation of the checkout.
 *
 * @param checkout the source tree, for building the services and for the contracts
 * @param directory the installation's own folder, absolute
 * @param ports the installation's ports
 */
public record Home(Path checkout, Path directory, Ports ports) {
    private static final String OFFSET_FILE = "port-offset";

    /** The installation in a folder, with a given offset. */
    public static Home at(Path directory, int offset) {
        return new Home(findCheckout(), directory.toAbsolutePath().normalize(), new Ports(offset));
    }

    /**
     * The installation that the environment names: {@code HEED_HOME} (default {@code .heed} in the checkout),
     * {@code HEED_PORT_OFFSET} (default: what the folder was last started with, else 0).
     */
    public static Home fromEnvironment() {
        Path checkout = findCheckout();
        Path directory = Surroundings.get("HEED_HOME")
                .map(Path::of)
                .orElse(checkout.resolve(".heed"))
                .toAbsolutePath()
                .normalize();
        int offset = Surroundings.get("HEED_PORT_OFFSET")
                .or(() -> remembered(directory))
                .map(Home::number)
                .orElse(0);
        return new Home(checkout, directory, new Ports(offset));
    }

    /** A part's own folder, created if need be. */
    public Path of(String part) {
        return folder(directory.resolve(part));
    }

    /** Where the part writes what it says. */
    public Path log(String part) {
        return folder(directory.resolve("logs")).resolve(part + ".log");
    }

    /** The file that names the part's process. */
    public Path pid(String part) {
        return folder(directory.resolve("run")).resolve(part + ".pid");
    }

    /** Unpacked and built software, immutable once there, shared by the checkout's installations. */
    public Path software() {
        return folder(Surroundings.get("HEED_SOFTWARE")
                .map(Path::of)
                .orElse(checkout.resolve(".heed").resolve("software"))
                .toAbsolutePath());
    }

    /** Remembers the offset, so that later commands on this folder need not be told. */
    public void remember() {
        try {
            Files.writeString(folder(directory).resolve(OFFSET_FILE), ports.offset() + "\n");
        } catch (IOException e) {
            throw new HeedFailure("Cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The name people's browsers know the gateway by. */
    public String origin() {
        return "http://localhost:" + ports.gateway();
    }

    private static Optional<String> remembered(Path directory) {
        Path file = directory.resolve(OFFSET_FILE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new HeedFailure("HEED_PORT_OFFSET must be a number, not '" + text + "'.", e);
        }
    }

    private static Path findCheckout() {
        Path here = Path.of(System.getProperty("heed.checkout", "")).toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("platform/local/pom.xml"))) {
                return folder;
            }
        }
        throw new HeedFailure("Not inside a checkout of Heed: " + here + ". Call ./heed from there.");
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new HeedFailure("Cannot create " + path + ": " + e.getMessage(), e);
        }
    }
}
