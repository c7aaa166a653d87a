package dev.heed.local.home;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The installation's passwords and keys: each made at random when first asked for, then kept.
 *
 * <p>Kept in one file of mode 600. Safe to use from several threads; not from several processes at once.
 */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties kept = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** The secrets of an installation. */
    public static Secrets of(Home home) {
        Secrets secrets = new Secrets(home.directory().resolve("secrets"));
        try {
            if (Files.exists(secrets.file)) {
                secrets.kept.load(new StringReader(Files.readString(secrets.file)));
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot read " + secrets.file + ": " + e.getMessage(), e);
        }
        return secrets;
    }

    /** A password of 32 letters and digits, fit for URLs, shells and configuration files. */
    public String password(String name) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return keep(name, java.util.HexFormat.of().formatHex(bytes));
    }

    /** A key of 32 bytes in base64, as {@code HEED_SECRET_KEY} wants it. */
    public String key(String name) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return keep(name, Base64.getEncoder().encodeToString(bytes));
    }

    private synchronized String keep(String name, String fresh) {
        String known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        kept.setProperty(name, fresh);
        store();
        return fresh;
    }

    private void store() {
        try {
            Files.createDirectories(file.getParent());
            StringWriter text = new StringWriter();
            kept.store(text, "Secrets of this installation, made at its first start.");
            PrivateFile.write(file, text.toString());
        } catch (IOException e) {
            throw new HeedFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
