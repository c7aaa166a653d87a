package dev.heed.ingestion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However slow the database and however many deliveries at once: X has its answer before it gives up. */
@QuarkusTest
@Parts
class DeliveryLoadComponentTest {

    /** X gives up after three seconds, at the earliest. */
    private static final Duration XS_PATIENCE = Duration.ofSeconds(3);

    /** So many that the client's own work does not count as the service's. */
    private static final int AT_ONCE = 300;

    @Inject
    Pool pool;

    @Inject
    Database database;

    @Inject
    WorkDeliveries working;

    private final Deliver deliver = new Deliver();

    private record Answer(int status, Duration after) {}

    /** A process that has just begun is slow for reasons of its own. */
    @BeforeEach
    void warm() throws InterruptedException {
        assertThat(deliver(1_000)).hasSize(1_000);
    }

    @AfterEach
    void quicken() {
        database.sql("drop trigger if exists slow on delivery");
    }

    @Test
    void thousandsAtOnceAreKeptThoughEachCommitIsSlow() throws InterruptedException {
        database.sql("create or replace function doze() returns trigger language plpgsql as"
                + " $$ begin perform pg_sleep(0.25); return null; end $$");
        database.sql("create trigger slow before insert on delivery for each statement execute function doze()");
        long before = kept();

        List<Answer> answers = deliver(3_000);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.after()).isLessThan(XS_PATIENCE));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(kept() - before).isEqualTo(3_000);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldInTimeAndNothingIsLost() throws InterruptedException {
        String body = activity().encode();
        try (var _ = new Stuck("exclusive")) {
            List<Answer> answers = deliver(AT_ONCE);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.after()).isLessThan(XS_PATIENCE));
            assertThat(answers).extracting(Answer::status).containsOnly(503);
            assertThat(deliver.signed(body)).isEqualTo(503);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliver.signed(body)).isEqualTo(200));
    }

    @Test
    void whatHangsIsGivenUpSoThatTheRestIsWorked() {
        try (var _ = new Stuck("access exclusive")) {
            working.all(Duration.ofMillis(300))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(Duration.ofSeconds(5));
        }
    }

    /** Nobody can write deliveries, or not even read them. */
    private final class Stuck implements AutoCloseable {
        private final SqlConnection connection = pool.getConnectionAndAwait();
        private final Transaction transaction = connection.beginAndAwait();

        Stuck(String mode) {
            connection.query("lock table delivery in " + mode + " mode").executeAndAwait();
        }

        @Override
        public void close() {
            transaction.rollbackAndAwait();
            connection.closeAndAwait();
        }
    }

    private List<Answer> deliver(int count) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] body = activity().encode().getBytes(StandardCharsets.UTF_8);
            room.acquire();
            long begun = System.nanoTime();
            answers.add(deliver.soon(body)
                    .thenApply((HttpResponse<String> answer) ->
                            new Answer(answer.statusCode(), Duration.ofNanos(System.nanoTime() - begun)))
                    .whenComplete((answer, failure) -> room.release()));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static JsonObject activity() {
        return Deliver.activity(
                "post.mention.create", "1", Deliver.message("5", "load").put("author_id", "77"));
    }

    private long kept() {
        return database.count("select count(*) from delivery");
    }
}
