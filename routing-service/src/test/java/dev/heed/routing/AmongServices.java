package dev.heed.routing;

import dev.heed.messaging.broker.BrokerConfig;
import dev.heed.routing.ticket.life.TicketFixture;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Routing on a real database and a real broker, with the test in the other services' place. */
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "routing"))
abstract class AmongServices {

    /** One that no other test uses. */
    final String conversation = TicketFixture.conversation();

    @SuppressWarnings("NullAway.Init") // before each test
    OtherServices others;

    private final BrokerConfig broker;

    AmongServices(BrokerConfig broker) {
        this.broker = broker;
    }

    @BeforeEach
    void join() throws Exception {
        others = new OtherServices(broker);
    }

    @AfterEach
    void leave() throws Exception {
        others.close();
    }
}
