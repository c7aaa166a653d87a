package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wire to X: one base address, no redirects (a token must not follow one), one time-out over the whole call.
 *
 * <p>A call is made when its {@link Uni} is subscribed to, once per subscription, and its answer comes back on the
 * caller's own Vert.x context.
 */
final class XHttp {

    private final WebClient client;
    private final String base;
    private final Duration timeout;
    private final MeterRegistry meters;
    private final Clock clock;

    XHttp(Vertx vertx, XConfig config, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.base = config.apiUrl().replaceAll("/+$", "");
        this.timeout = config.timeout();
        this.meters = meters;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setUserAgent("heed")
                        .setFollowRedirects(false)
                        .setMaxPoolSize(20)
                        // shorter than any server's: a connection closed under a post would leave its outcome unclear
                        .setKeepAliveTimeout(10)
                        .setConnectTimeout((int) Math.min(timeout.toMillis(), 5_000)));
    }

    HttpRequest<Buffer> request(HttpMethod method, String path) {
        return client.requestAbs(method, base + path).timeout(timeout.toMillis());
    }

    /** Asks with an empty body, made when it is asked: a native executable cannot carry one from its build. */
    <T> Uni<XAnswer<T>> ask(String endpoint, HttpRequest<Buffer> request, Function<JsonNode, Optional<T>> shape) {
        return ask(endpoint, request, Buffer.buffer(), Stream.of(), shape);
    }

    <T> Uni<XAnswer<T>> ask(
            String endpoint, HttpRequest<Buffer> request, Buffer body, Function<JsonNode, Optional<T>> shape) {
        return ask(endpoint, request, body, Stream.of(), shape);
    }

    /** @param secrets in the body: like the token, they are in nothing that is told of a refusal */
    <T> Uni<XAnswer<T>> ask(
            String endpoint,
            HttpRequest<Buffer> request,
            Buffer body,
            Stream<String> secrets,
            Function<JsonNode, Optional<T>> shape) {
        List<String> hidden = Stream.concat(secrets, token(request)).toList();
        return Uni.createFrom().deferred(() -> {
            long begun = System.nanoTime();
            Future<XAnswer<T>> answer = request.sendBuffer(body)
                    .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .map(response -> Answers.of(reply(response).without(hidden), clock.instant(), shape))
                    .otherwise(failure -> new XAnswer.Unclear<>(cause(failure)));
            return UniHelper.toUni(answer).invoke(given -> count(endpoint, given, System.nanoTime() - begun));
        });
    }

    void close() {
        client.close();
    }

    private static Stream<String> token(HttpRequest<Buffer> request) {
        return Stream.ofNullable(request.headers().get(HttpHeaders.AUTHORIZATION))
                .map(value -> value.substring(value.indexOf(' ') + 1));
    }

    private static Reply reply(HttpResponse<Buffer> response) {
        Map<String, String> headers = response.headers().entries().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, second) -> first));
        String body = response.bodyAsString();
        return new Reply(response.statusCode(), headers, body == null ? "" : body);
    }

    private static String cause(Throwable failure) {
        return failure instanceof TimeoutException
                ? "no answer from X in time"
                : "the call to X broke: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private void count(String endpoint, XAnswer<?> answer, long nanos) {
        Timer.builder("heed.x.calls")
                .description("Calls to X by endpoint and what came of them")
                .tag("endpoint", endpoint)
                .tag("outcome", Answers.outcome(answer))
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
