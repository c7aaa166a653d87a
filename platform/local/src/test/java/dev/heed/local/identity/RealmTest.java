package dev.heed.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.local.HomeFixture;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {
    @TempDir
    Path folder;

    @Test
    void hasADemoUserForEveryRole() throws IOException {
        JsonNode realm = realm();

        assertThat(realm.path("users")).hasSize(5);
        assertThat(realm.path("roles").path("realm").findValuesAsText("name"))
                .allSatisfy(role ->
                        assertThat(DemoUser.ALL).anyMatch(user -> user.roles().contains(role)));
        JsonNode lead = realm.path("users").get(2);
        assertThat(lead.path("username").asText()).isEqualTo("lead");
        assertThat(lead.path("realmRoles").toString()).isEqualTo("[\"agent\",\"lead\"]");
        assertThat(lead.path("credentials").get(0).path("value").asText()).isEqualTo("lead-demo");
    }

    @Test
    void letsOnlyThisInstallationsGatewayLogPeopleIn() throws IOException {
        JsonNode gateway = client("heed-gateway");

        assertThat(gateway.path("redirectUris").toString()).isEqualTo("[\"http://localhost:10080/*\"]");
        assertThat(gateway.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(gateway.path("publicClient").asBoolean(true)).isFalse();
        assertThat(gateway.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        assertThat(gateway.path("secret").asText()).hasSize(32);
    }

    @Test
    void addressesEveryTokenToTheApis() throws IOException {
        for (JsonNode client : realm().path("clients")) {
            assertThat(client.path("protocolMappers").findValuesAsText("included.custom.audience"))
                    .containsExactly("heed-api");
            assertThat(client.path("protocolMappers").findValuesAsText("claim.name"))
                    .containsExactly("roles");
        }
    }

    private JsonNode client(String id) throws IOException {
        return StreamSupport.stream(realm().path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode realm() throws IOException {
        Home home = HomeFixture.beside(folder);
        return new ObjectMapper().readTree(Realm.document(home, Secrets.of(home)));
    }
}
