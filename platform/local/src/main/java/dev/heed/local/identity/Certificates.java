package dev.heed.local.identity;

import dev.heed.local.HeedFailure;
import dev.heed.local.home.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate authority of the installation's own and one server certificate for {@code localhost}.
 *
 * <p>Needed because the gateway's module fetches signing keys over https only. Made with the JDK's keytool, once, good
 * for ten years, trusted by nobody but the gateway.
 */
final class Certificates {
    private static final String DAYS = "3650";

    private final Path folder;
    private final String password;

    Certificates(Path folder, Secrets secrets) {
        this.folder = folder;
        this.password = secrets.password("keycloak.keystore");
    }

    Path keyStore() {
        return folder.resolve("server.p12");
    }

    Path authority() {
        return folder.resolve("ca.pem");
    }

    String password() {
        return password;
    }

    void ensure() {
        if (Files.exists(keyStore()) && Files.exists(authority())) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (String leftover : List.of("ca.p12", "ca.pem", "server.p12", "server.csr", "server.pem")) {
                Files.deleteIfExists(folder.resolve(leftover));
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot write to " + folder + ": " + e.getMessage(), e);
        }
        keytool(
                "ca.p12",
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Heed local authority",
                "-ext",
                "bc:c=ca:true",
                "-ext",
                "ku:c=keyCertSign",
                "-validity",
                DAYS);
        keytool("ca.p12", "-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
        keytool(
                "server.p12",
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-validity",
                DAYS);
        keytool("server.p12", "-certreq", "-alias", "server", "-file", "server.csr");
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem",
                "-rfc",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-ext",
                "eku=serverAuth",
                "-validity",
                DAYS);
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem");
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "server", "-file", "server.pem");
    }

    private void keytool(String store, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", password));
        try {
            Process keytool = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new HeedFailure("keytool could not make the certificates: " + said);
            }
        } catch (IOException e) {
            throw new HeedFailure("Cannot run the JDK's keytool: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while certificates were made.", e);
        }
    }
}
