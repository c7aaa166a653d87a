package dev.heed.xsim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.call.Endpoint;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();
    private final Fault busy = new Fault(503, 0, false, false, null, null);
    private final Fault reset = new Fault(null, 0, true, true, null, null);

    @Test
    void faultsBefallTheirEndpointInTheirOrderAsOftenAsOrdered() {
        faults.order(Endpoint.CREATE_POST, busy, 2);
        faults.order(Endpoint.CREATE_POST, reset, 1);
        assertThat(faults.take(Endpoint.MENTIONS)).isEmpty();
        assertThat(faults.take(Endpoint.CREATE_POST)).contains(busy);
        assertThat(faults.left())
                .containsExactly(
                        new Faults.Ordered(Endpoint.CREATE_POST, busy, 1),
                        new Faults.Ordered(Endpoint.CREATE_POST, reset, 1));
        assertThat(faults.take(Endpoint.CREATE_POST)).contains(busy);
        assertThat(faults.take(Endpoint.CREATE_POST)).contains(reset);
        assertThat(faults.take(Endpoint.CREATE_POST)).isEmpty();
    }

    @Test
    void faultsCalledOffDoNotCome() {
        faults.order(Endpoint.TOKEN, busy, 5);
        faults.clear();
        assertThat(faults.take(Endpoint.TOKEN)).isEmpty();
    }
}
