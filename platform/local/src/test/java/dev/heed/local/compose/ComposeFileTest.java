package dev.heed.local.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.heed.local.HomeFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {
    @TempDir
    Path folder;

    @Test
    void holdsTheMissingPartsAndNoOthers() throws IOException {
        JsonNode document = render(Set.of("rabbitmq", "gateway"));

        assertThat(document.path("services").fieldNames()).toIterable().containsExactly("gateway", "rabbitmq");
        assertThat(document.path("volumes").fieldNames()).toIterable().containsExactly("rabbitmq");
        assertThat(document.path("name").asText()).isEqualTo("heed-2000");
    }

    @Test
    void pinsImagesSharesTheNetworkAndWatchesHealth() throws IOException {
        JsonNode services = render(Set.of("postgres", "rabbitmq", "gateway")).path("services");

        assertThat(services).hasSize(3).allSatisfy(service -> {
            assertThat(service.path("network_mode").asText()).isEqualTo("host");
            assertThat(service.has("healthcheck")).isTrue();
        });
        assertThat(services.findValuesAsText("image")).allMatch(image -> image.matches(".+:\\d+\\.\\d+.*"));
        assertThat(services.path("gateway")
                        .path("build")
                        .path("dockerfile_inline")
                        .asText())
                .contains("libapache2-mod-auth-openidc");
    }

    @Test
    void followsThePortOffset() throws IOException {
        JsonNode services = render(Set.of("postgres", "rabbitmq")).path("services");

        assertThat(services.path("postgres").path("command").toString()).contains("port=17432");
        assertThat(services.path("rabbitmq")
                        .path("environment")
                        .path("ERL_EPMD_PORT")
                        .asText())
                .isEqualTo("6370");
    }

    @Test
    void knowsNoContainerForAService() {
        assertThatThrownBy(() -> render(Set.of("routing"))).hasMessageContaining("routing");
    }

    private JsonNode render(Set<String> parts) throws IOException {
        return new YAMLMapper().readTree(new ComposeFile(HomeFixture.beside(folder), "1000:1000").render(parts));
    }
}
