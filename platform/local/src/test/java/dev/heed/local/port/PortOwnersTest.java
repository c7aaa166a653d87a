package dev.heed.local.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortOwnersTest {
    @Test
    void namesTheProcessThatHoldsAPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(PortOwners.free(port)).isFalse();
            assertThat(PortOwners.owner(port).orElseThrow())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("java");
            assertThatThrownBy(() -> PortOwners.refuseIfTaken("the gateway", port))
                    .isInstanceOf(HeedFailure.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("the gateway")
                    .hasMessageContaining("HEED_PORT_OFFSET");
        }
    }

    @Test
    void findsAFreedPortFree() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThat(PortOwners.free(port)).isTrue();
        assertThat(PortOwners.owner(port)).isEmpty();
    }

    @Test
    void readsListenersOnlyFromTheKernelsTable() {
        String listening =
                "  0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1";
        String connected =
                "  1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 4712 1";

        assertThat(PortOwners.inode(listening, 8080)).hasValue("4711");
        assertThat(PortOwners.inode(connected, 8080)).isEmpty();
        assertThat(PortOwners.inode(listening, 8081)).isEmpty();
        assertThat(PortOwners.inode("  sl  local_address rem_address   st", 8080))
                .isEmpty();
    }
}
