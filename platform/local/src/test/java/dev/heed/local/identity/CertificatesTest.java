package dev.heed.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.local.HomeFixture;
import dev.heed.local.home.Secrets;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    @TempDir
    Path folder;

    @Test
    void signsTheServersCertificateWithTheAuthorityThatTheGatewayTrusts() throws Exception {
        Certificates certificates = new Certificates(folder.resolve("conf"), Secrets.of(HomeFixture.beside(folder)));

        certificates.ensure();

        X509Certificate authority;
        try (InputStream in = Files.newInputStream(certificates.authority())) {
            authority =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        KeyStore store = KeyStore.getInstance(
                certificates.keyStore().toFile(), certificates.password().toCharArray());
        X509Certificate server = (X509Certificate) store.getCertificate("server");
        server.verify(authority.getPublicKey());
        assertThat(server.getSubjectAlternativeNames().toString())
                .contains("localhost")
                .contains("127.0.0.1");
        assertThat(store.isKeyEntry("server")).isTrue();
    }
}
