package dev.heed.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void staysBelowTheEphemeralRange() {
        assertThat(all(new Ports(7000)).max().orElseThrow()).isLessThan(32768);
        assertThatThrownBy(() -> new Ports(7001)).hasMessageContaining("HEED_PORT_OFFSET");
        assertThatThrownBy(() -> new Ports(-1)).hasMessageContaining("HEED_PORT_OFFSET");
    }

    @Test
    void givesEachUseAPortOfItsOwn() {
        assertThat(all(new Ports(0)).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void keepsInstallationsApart() {
        assertThat(all(new Ports(0)).boxed().toList())
                .doesNotContainAnyElementsOf(all(new Ports(3000)).boxed().toList());
    }

    private static IntStream all(Ports ports) {
        return IntStream.of(
                ports.gateway(),
                ports.ingestion(),
                ports.routing(),
                ports.reply(),
                ports.audit(),
                ports.keycloak(),
                ports.keycloakTls(),
                ports.keycloakManagement(),
                ports.simulator(),
                ports.customerRecords(),
                ports.postgres(),
                ports.amqp(),
                ports.amqpManagement(),
                ports.amqpNode(),
                ports.portMapper());
    }
}
