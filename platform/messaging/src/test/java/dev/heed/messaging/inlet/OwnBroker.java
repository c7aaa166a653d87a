package dev.heed.messaging.inlet;

import dev.heed.testing.RabbitInstance;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker for one test class alone, which the test may kill. */
public final class OwnBroker implements QuarkusTestResourceLifecycleManager {

    private @Nullable RabbitInstance broker;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        broker = RabbitInstance.create();
        return Map.of(
                "heed.amqp.host", broker.server().host(),
                "heed.amqp.port", Integer.toString(broker.server().port()),
                "heed.amqp.user", broker.server().user(),
                "heed.amqp.password", broker.server().password(),
                "heed.amqp.vhost", "/");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(Objects.requireNonNull(broker), new TestInjector.MatchesType(RabbitInstance.class));
    }

    @Override
    public void stop() {
        if (broker != null && System.getProperty("keep") == null) {
            broker.close();
        }
    }
}
