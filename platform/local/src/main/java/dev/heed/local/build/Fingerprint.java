package dev.heed.local.build;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A short name for the content of files: the same content gives the same name, whatever the clock says. */
public final class Fingerprint {
    private static final int LENGTH = 16;

    private Fingerprint() {}

    /**
     * Of files and folders with their relative names; what is missing counts as empty.
     *
     * @param root names are taken relative to it, so that a moved checkout keeps its fingerprints
     */
    public static String of(Path root, List<Path> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path source : sources) {
                add(digest, root, source);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        } catch (IOException | UncheckedIOException e) {
            throw new HeedFailure("Cannot read the sources: " + e.getMessage(), e);
        }
    }

    private static void add(MessageDigest digest, Path root, Path source) throws IOException {
        if (!Files.exists(source)) {
            return;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                digest.update((root.relativize(file) + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        }
    }
}
