package dev.heed.ingestion.crm;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The wire to the customer records: no redirects, one time-out over the whole call, and an answer of a bounded size. A call
 * that takes too long, or says too much, is broken off.
 */
@ApplicationScoped
class CrmWire {

    /** 200 customers with a tier and a reference fit in well. */
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final HttpClient client;
    private final long millis;
    private final Optional<String> token;

    CrmWire(Vertx vertx, CrmConfig config) {
        this.millis = Math.max(1, config.timeout().toMillis());
        this.token = config.token().filter(text -> !text.isBlank());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) Math.min(millis, 5_000))
                .setMaxPoolSize(8)
                .setKeepAliveTimeout(10));
    }

    /** Fails with words that tell no customer and no token. */
    Uni<String> ask(CrmAddress.At address, String question) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(client.request(options(address))
                        .compose(request -> exchange(request, question))
                        .timeout(millis, TimeUnit.MILLISECONDS)));
    }

    @PreDestroy
    void close() {
        var _ = client.close();
    }

    private RequestOptions options(CrmAddress.At address) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(address.lookup().getHost())
                .setPort(address.port())
                .setSsl(address.isEncrypted())
                .setURI(address.lookup().getRawPath())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("accept", "application/json, application/problem+json");
        token.ifPresent(bearer -> options.putHeader("authorization", "Bearer " + bearer));
        return options;
    }

    private Future<String> exchange(HttpClientRequest request, String question) {
        return request.send(Buffer.buffer(question))
                .compose(CrmWire::answer)
                .timeout(millis, TimeUnit.MILLISECONDS)
                // what is of no use any more must not go on dripping in
                .onFailure(failure -> request.reset());
    }

    private static Future<String> answer(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("it answered " + response.statusCode());
        }
        Promise<String> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(part -> {
            if (read.length() + part.length() > LARGEST_ANSWER) {
                whole.tryFail("it said more than " + LARGEST_ANSWER + " bytes");
            } else {
                read.appendBuffer(part);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(read.toString(StandardCharsets.UTF_8)));
        return whole.future();
    }
}
