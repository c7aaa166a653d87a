package dev.heed.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.local.HomeFixture;
import dev.heed.local.broker.Broker;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.identity.Identity;
import dev.heed.local.part.Part;
import dev.heed.local.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {
    @TempDir
    Path folder;

    @AfterEach
    void forgetX() {
        System.clearProperty("HEED_X_BEARER_TOKEN");
        System.clearProperty("HEED_X_WEBHOOK_URL");
        System.clearProperty("HEED_CRM_URL");
    }

    @Test
    void pointsAServiceAtTheOthers() {
        Map<String, String> settings = services().settings("routing");

        assertThat(settings)
                .containsEntry("HEED_HTTP_PORT", "10102")
                .containsEntry("HEED_PG_DATABASE", "heed_routing")
                .containsEntry("HEED_PG_USER", "heed_routing")
                .containsEntry("HEED_AMQP_PORT", "5999")
                .containsEntry("HEED_OIDC_ISSUER", "http://localhost:10080/auth/realms/heed")
                .containsEntry("HEED_OIDC_URL", "http://127.0.0.1:10180/auth/realms/heed")
                .containsEntry("HEED_X_API_URL", "http://127.0.0.1:11100")
                .containsEntry("HEED_X_CLIENT_ID", "sim-client");
    }

    @Test
    void givesEachServiceItsOwnPasswordAndAllTheSameKey() {
        Services services = services();

        assertThat(services.settings("reply").get("HEED_PG_PASSWORD"))
                .isNotEqualTo(services.settings("audit").get("HEED_PG_PASSWORD"));
        assertThat(services.settings("reply")).containsKey("HEED_SECRET_KEY");
    }

    @Test
    void takesTheRealXAsSoonAsItsCredentialsAreGiven() {
        System.setProperty("HEED_X_BEARER_TOKEN", "real");

        Map<String, String> settings = services().settings("ingestion");

        assertThat(settings)
                .containsEntry("HEED_X_API_URL", "https://api.x.com")
                .containsEntry("HEED_X_BEARER_TOKEN", "real")
                .doesNotContainValue("sim-client");
        assertThat(new XPlatform(HomeFixture.beside(folder)).simulated()).isFalse();
    }

    @Test
    void letsTheSimulatorDeliverToTheGatewayAndOnlyIngestionKnowsItsSecret() {
        assertThat(services().settings("ingestion"))
                .containsEntry("HEED_X_CONSUMER_SECRET", "sim-consumer-secret")
                .containsEntry("HEED_X_WEBHOOK_URL", "http://127.0.0.1:10080/webhooks/x")
                .containsEntry(
                        "HEED_INGESTION_CALLBACK_URL", "http://localhost:10080/api/ingestion/connections/callback");
        assertThat(services().settings("routing")).doesNotContainKey("HEED_X_CONSUMER_SECRET");
    }

    @Test
    void letsTheRealXDeliverOnlyWhereItIsToldTo() {
        System.setProperty("HEED_X_BEARER_TOKEN", "real");
        assertThat(services().settings("ingestion")).doesNotContainKey("HEED_X_WEBHOOK_URL");

        System.setProperty("HEED_X_WEBHOOK_URL", "https://care.example/webhooks/x");

        assertThat(services().settings("ingestion"))
                .containsEntry("HEED_X_WEBHOOK_URL", "https://care.example/webhooks/x")
                .doesNotContainKey("HEED_X_CONSUMER_SECRET");
    }

    @Test
    void asksTheSampleForCustomersUnlessRealRecordsAreGiven() {
        assertThat(services().customerRecords()).isPresent();
        assertThat(services().settings("ingestion")).containsEntry("HEED_CRM_URL", "http://127.0.0.1:11110");

        System.setProperty("HEED_CRM_URL", "https://crm.example");

        assertThat(services().customerRecords()).isEmpty();
        assertThat(services().settings("ingestion")).containsEntry("HEED_CRM_URL", "https://crm.example");
    }

    @Test
    void startsServicesAfterTheirDatabaseAndBroker() {
        assertThat(services().parts()).extracting(Part::name).containsExactly("ingestion", "routing", "reply", "audit");
        assertThat(services().parts()).allMatch(part -> part.needs().contains("postgres"));
    }

    private Services services() {
        Home home = HomeFixture.beside(folder);
        Secrets secrets = Secrets.of(home);
        return new Services(
                home,
                secrets,
                new PostgresServer("127.0.0.1", 17432, "postgres", "pw"),
                new Broker("127.0.0.1", 5999, "heed", "pw", "/"),
                Identity.of(home, secrets));
    }
}
