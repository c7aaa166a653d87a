package dev.heed.reply.tracing;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;

/**
 * Records spans only where somebody takes them. Without an endpoint every span still has its ids, so log lines can be put
 * together; nothing is kept and nothing is sent.
 */
@ApplicationScoped
class SpanSampling {

    /** Where spans go. Public only because the generated configuration class lives in another class loader. */
    @ConfigMapping(prefix = "heed.otlp")
    public interface Collector {
        /** OTLP endpoint (gRPC); without it nothing is sent. */
        Optional<String> endpoint();
    }

    @Produces
    @ApplicationScoped
    Sampler sampler(Collector collector) {
        return collector.endpoint().isPresent() ? Sampler.parentBased(Sampler.alwaysOn()) : Sampler.alwaysOff();
    }
}
