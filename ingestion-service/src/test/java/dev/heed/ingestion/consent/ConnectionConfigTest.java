package dev.heed.ingestion.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionConfigTest {

    private static final String PATH = "/api/ingestion/connections/callback";

    @Test
    void xSendsTheBrowserBackToTheAddressThatBrowsersKnow() {
        assertThat(callback(Map.of())).isEqualTo("http://localhost:8080" + PATH);
        assertThat(callback(Map.of("public-url", "https://heed.example.com/")))
                .isEqualTo("https://heed.example.com" + PATH);
        assertThat(callback(Map.of("public-url", "https://heed.example.com", "callback-url", "")))
                .isEqualTo("https://heed.example.com" + PATH);
    }

    @Test
    void anAddressOfItsOwnIsTakenAsItIs() {
        assertThat(callback(Map.of("public-url", "https://a.example", "callback-url", "https://b.example/back/")))
                .isEqualTo("https://b.example/back/");
    }

    private static String callback(Map<String, String> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder().withMapping(ConnectionConfig.class);
        settings.forEach((name, value) -> config.withDefaultValue("heed.ingestion.connection." + name, value));
        return config.build().getConfigMapping(ConnectionConfig.class).callback();
    }
}
