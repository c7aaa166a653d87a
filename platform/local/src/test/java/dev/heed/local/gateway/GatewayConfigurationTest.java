package dev.heed.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.local.HomeFixture;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.identity.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void listensOnLoopbackOnlyAndFollowsThePortOffset() {
        String text = gateway(true).configuration();

        assertThat(text.lines().filter(line -> line.startsWith("Listen"))).containsExactly("Listen 127.0.0.1:10080");
        assertThat(text)
                .contains("OIDCRedirectURI http://localhost:10080/login")
                .contains("OIDCCookie heed_session_10080")
                .contains("http://127.0.0.1:10102/api/routing/ ")
                .contains("https://localhost:10543/auth/realms/heed/.well-known/openid-configuration")
                .contains("ProxyPass /auth/ http://127.0.0.1:10180/auth/")
                .doesNotContain("@{");
    }

    @Test
    void passesNothingOnThatIsNotAnApiOrAPage() {
        assertThat(gateway(true).configuration().lines().filter(line -> line.startsWith("ProxyPass ")))
                .hasSize(8)
                .noneMatch(line -> line.startsWith("ProxyPass / "))
                .noneMatch(line -> line.contains("/q"));
    }

    @Test
    void letsXDeliverWithoutATokenAndWithoutWhatABrowserBrings() {
        String text = gateway(true).configuration();

        String webhooks = text.substring(text.indexOf("<Location \"/webhooks/x\">"));
        webhooks = webhooks.substring(0, webhooks.indexOf("</Location>"));
        assertThat(webhooks)
                .contains("Require all granted")
                .contains("LimitRequestBody 1048576")
                .contains("RequestHeader unset Authorization")
                .doesNotContain("openid-connect");
        assertThat(text).contains("ProxyPass /webhooks/x http://127.0.0.1:10101/webhooks/x ");
    }

    @Test
    void leavesAnExistingProviderWhereItIs() {
        Home home = HomeFixture.beside(folder);
        Identity foreign = new Identity("https://id.example/realms/x", "https://id.example/realms/x", "a", "b", true);

        String text = new Gateway(home, Secrets.of(home), foreign, true).configuration();

        assertThat(text)
                .contains("OIDCProviderMetadataURL https://id.example/realms/x/.well-known/openid-configuration")
                .doesNotContain("ProxyPass /auth/")
                .doesNotContain("OIDCCABundlePath");
    }

    @Test
    void hidesItsSecretsAndWritesValidProblems() throws IOException {
        Path written = gateway(true).configure();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.resolve("httpd.conf"))))
                .isEqualTo("rw-------");
        for (String problem : Problems.FILES.keySet()) {
            assertThat(new ObjectMapper()
                            .readTree(written.resolve("pages/problems")
                                    .resolve(problem)
                                    .toFile())
                            .path("type")
                            .asText())
                    .startsWith("https://heed.dev/problems/");
        }
    }

    @Test
    void namesTheSimulatorOnlyWhereThereIsOne() throws IOException {
        assertThat(Files.readString(gateway(true).configure().resolve("pages/index.html")))
                .contains("localhost:11100");
        assertThat(Files.readString(gateway(false).configure().resolve("pages/index.html")))
                .doesNotContain("simulator");
    }

    private Gateway gateway(boolean simulated) {
        Home home = HomeFixture.beside(folder);
        Secrets secrets = Secrets.of(home);
        return new Gateway(home, secrets, Identity.of(home, secrets), simulated);
    }
}
