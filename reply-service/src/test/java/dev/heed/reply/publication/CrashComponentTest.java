package dev.heed.reply.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.Desk;
import dev.heed.reply.FakeX;
import dev.heed.reply.Parts;
import dev.heed.reply.connection.AccountTokens;
import dev.heed.reply.conversation.Conversations;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writers that die, writers that meet, and both at once: X never holds a reply twice. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "reply"))
@QuarkusTestResource(FakeX.class)
class CrashComponentTest {
    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Conversations conversations;

    @Inject
    Publications publications;

    @Inject
    PublicationLog log;

    @Inject
    PublicationMeters meters;

    @Inject
    PublicationConfig config;

    @Inject
    AccountTokens tokens;

    @Inject
    SendPublication sendPublication;

    @Inject
    ReconcilePublication reconcilePublication;

    private Parts parts;
    private Desk desk;

    @BeforeEach
    void open() throws IOException, TimeoutException {
        parts = new Parts();
        desk = new Desk(parts).connect().ticket();
    }

    @AfterEach
    void close() throws IOException {
        parts.close();
    }

    @Test
    void a_writer_that_died_after_x_took_the_post_is_reconciled() {
        String id = desk.intend("The process died after this");
        String there = FakeX.putPost(desk.account, "The process died after this", desk.post);
        leftSending(id);

        JsonObject published = Desk.await(id, "published");

        assertThat(published.getString("postId")).isEqualTo(there);
        assertThat(published.getString("howKnown")).isEqualTo("reconciled");
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void a_writer_that_died_before_x_took_the_post_is_followed_by_one_that_posts() {
        String id = desk.intend("The process died before this");
        leftSending(id);

        JsonObject published = Desk.await(id, "published");

        assertThat(published.getInteger("attempts")).isEqualTo(2);
        assertThat(FakeX.repliesTo(desk.post)).hasSize(1);
    }

    @Test
    void three_processes_at_once_post_each_reply_once() {
        List<String> replies = new ArrayList<>();
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            replies.add(desk.ticket().intend("Reply " + i + " of many"));
            posts.add(desk.post);
        }
        replies.forEach(reply -> parts.seal(reply, "intent"));
        AccountWriter second = anotherProcess();
        AccountWriter third = anotherProcess();

        await().atMost(Desk.PATIENCE).until(() -> {
            Uni.join()
                    .all(second.work(Parts.accountId(desk.account)), third.work(Parts.accountId(desk.account)))
                    .andCollectFailures()
                    .await()
                    .atMost(Desk.PATIENCE);
            return replies.stream()
                    .allMatch(reply -> "published".equals(Desk.show(reply).getString("state")));
        });

        assertThat(posts).allSatisfy(post -> assertThat(FakeX.repliesTo(post)).hasSize(1));
    }

    @Test
    void whatever_x_answers_and_wherever_writers_die_there_is_at_most_one_post_for_a_reply() {
        Random random = new Random(20261121);
        List<String> fates = List.of(
                "given",
                "error-after",
                "error-before",
                "error-hidden",
                "duplicate",
                "limited",
                "unauthorized",
                "crash");
        List<String> replies = new ArrayList<>();
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String text = "Storm " + desk.account + " " + i;
            String first = fates.get(random.nextInt(fates.size()));
            String second = fates.get(random.nextInt(fates.size() - 1));
            String reply = desk.ticket().intend(text);
            FakeX.plan(text, first.equals("crash") ? new String[] {second} : new String[] {first, second});
            replies.add(reply);
            posts.add(desk.post);
            if (first.equals("crash")) {
                leftSending(reply);
            } else {
                parts.seal(reply, "intent");
            }
        }

        await().atMost(Desk.PATIENCE.multipliedBy(3))
                .until(() -> replies.stream().allMatch(CrashComponentTest::hasEnded));

        for (int i = 0; i < replies.size(); i++) {
            JsonObject reply = Desk.show(replies.get(i));
            List<JsonObject> onX = FakeX.repliesTo(posts.get(i));
            assertThat(onX).as(reply.encode()).hasSizeLessThanOrEqualTo(1);
            if ("published".equals(reply.getString("state"))) {
                assertThat(onX)
                        .singleElement()
                        .satisfies(post -> assertThat(post.getString("id")).isEqualTo(reply.getString("postId")));
            } else if ("refused".equals(reply.getString("state"))) {
                assertThat(onX).isEmpty();
            }
        }
    }

    private static boolean hasEnded(String reply) {
        JsonObject draft = Desk.show(reply);
        return List.of("published", "refused").contains(draft.getString("state"))
                || Boolean.TRUE.equals(draft.getBoolean("needsPerson"));
    }

    /** As a process leaves it that ends between X's answer and our note of it, under an epoch that is long over. */
    private void leftSending(String id) {
        assertThat(parts.run("update publication set sealed = true, state = 'sending', sending_epoch = 0,"
                        + " sending_since = now() - interval '1 minute', due_at = now(), version = version + 1"
                        + " where id = '" + id + "'"))
                .isEqualTo(1);
    }

    /** Another process is another holder of leases; everything else it would have is the same database and the same X. */
    private AccountWriter anotherProcess() {
        Leases leases = new Leases(pool);
        NextStep nextStep = new NextStep(transactions, leases, conversations, publications, log, meters, config);
        return new AccountWriter(leases, tokens, nextStep, sendPublication, reconcilePublication, config);
    }
}
