package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Lets the handling of an event go on in the event's trace: as a span, and as {@code traceId} of what is logged. */
final class Traced {

    private Traced() {}

    @SuppressWarnings("MustBeClosedChecker") // The scope ends with the handling, which ends later than this method.
    static Uni<Void> handling(String queue, Envelope event, Supplier<Uni<Void>> work) {
        Span span = GlobalOpenTelemetry.getTracer("dev.heed.messaging")
                .spanBuilder(queue + " " + event.type())
                .setParent(Context.root().with(Span.wrap(parentOf(event))))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "rabbitmq")
                .setAttribute("messaging.destination.name", queue)
                .setAttribute("messaging.message.id", event.id().toString())
                .startSpan();
        MDC.put("traceId", event.traceId());
        Scope scope = span.makeCurrent();
        return called(work)
                .onFailure()
                .invoke(failure -> span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage())))
                .onTermination()
                .invoke(() -> {
                    scope.close();
                    span.end();
                    MDC.remove("traceId");
                });
    }

    private static Uni<Void> called(Supplier<Uni<Void>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static SpanContext parentOf(Envelope event) {
        String traceparent = event.traceparent();
        return traceparent == null
                ? SpanContext.getInvalid()
                : SpanContext.createFromRemoteParent(
                        event.traceId(),
                        traceparent.substring(36, 52),
                        TraceFlags.fromHex(traceparent, 53),
                        TraceState.getDefault());
    }
}
