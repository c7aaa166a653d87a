package dev.heed.routing.triage;

import static dev.heed.routing.ticket.life.TicketFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.UuidV7;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What two replicas do when they hear the same conversations at the same moment. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "routing"))
class TwoReplicasComponentTest {

    private static final int REPLICAS = 6;
    private static final int CONVERSATIONS = 8;

    private final TriageMentions mentions;
    private final Transactions transactions;
    private final Pool pool;

    TwoReplicasComponentTest(TriageMentions mentions, Transactions transactions, Pool pool) {
        this.mentions = mentions;
        this.transactions = transactions;
        this.pool = pool;
    }

    @Test
    void oneTicketForEachConversationWithEveryPostOnceAndAnOwner() {
        String run = UuidV7.next().toString();
        List<Uni<Void>> replicas = new ArrayList<>();
        List<HeardPost> heardByAll = posts(run);
        for (int replica = 0; replica < REPLICAS; replica++) {
            List<HeardPost> batch = new ArrayList<>(heardByAll);
            batch.addAll(posts(run));
            Collections.shuffle(batch, new Random(replica));
            replicas.add(transactions.inConnection(connection -> mentions.triage(connection, batch)));
        }

        Uni.join().all(replicas).andFailFast().await().atMost(Duration.ofSeconds(30));

        assertThat(count("select count(*) from ticket where conversation_id like $1", run))
                .isEqualTo(CONVERSATIONS);
        assertThat(count(
                        "select count(*) from ticket_post p join ticket t on t.id = p.ticket_id where conversation_id like $1",
                        run))
                .isEqualTo(CONVERSATIONS * (REPLICAS + 1L));
        assertThat(count("select count(*) from ticket where conversation_id like $1 and owner is null", run))
                .isZero();
        assertThat(count(
                        "select count(*) from ticket t where conversation_id like $1 and version <>"
                                + " (select count(*) from ticket_history h where h.ticket_id = t.id)",
                        run))
                .isZero();
    }

    private static List<HeardPost> posts(String run) {
        List<HeardPost> posts = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            posts.add(post(run + "-" + i, "replica-" + i, "@acme my router is broken"));
        }
        return posts;
    }

    private long count(String sql, String run) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(run + "%"))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
