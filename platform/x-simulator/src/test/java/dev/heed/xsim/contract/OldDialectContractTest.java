package dev.heed.xsim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.Receiver;
import dev.heed.xsim.dialect.Dialect;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every request and answer of a broad scenario keeps X's document 2.166 when the simulator speaks the older dialect. */
@QuarkusTest
@TestProfile(OldDialectContractTest.OldDialect.class)
class OldDialectContractTest {

    public static final class OldDialect implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("heed.sim.dialect", "tweets");
        }
    }

    @TestHTTPResource("/")
    String base = "";

    @Test
    void keepsTheDocument() {
        Conversation x = new Conversation(base, XDocument.version("2.166"));
        Scenario scenario = new Scenario(x, Dialect.TWEETS);
        scenario.people();
        scenario.timelines();
        scenario.posts();
        scenario.messages();
        try (Receiver receiver = new Receiver()) {
            scenario.activity(receiver);
        }
        scenario.usage();
        scenario.lives();
        scenario.refusals();
        scenario.blankRefusals(true);
        assertThat(x.judged()).isGreaterThan(80);
        assertThat(x.violations()).isEmpty();
    }
}
