package dev.heed.ingestion.webhook;

import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.WantedTurns;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.secrets.DoesNotOpenException;
import dev.heed.x.XActivity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What X delivered, for a week; bodies only as ciphertext. */
@ApplicationScoped
public class Deliveries {

    /** How long a delivery is remembered; with it goes the memory of what was deleted. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final String ADD = """
            insert into delivery (event_key, event_type, account_id, post_id, body, state, why, arrived_at)
            select k, t, a, p, b, s, w, $8
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::text[])
                with ordinality as arrived(k, t, a, p, b, s, w, n)
             order by n
            on conflict (event_key) do nothing
            """;
    private static final String WAITING = """
            select position, event_key, attempts, body from delivery
             where state = 'waiting' and not_before <= $1
             order by position limit $2
            """;
    /** Only what cannot be read may be worth reading again. Of the rest nothing is left that its author may take back. */
    private static final String END = """
            update delivery set state = $2, why = $3, body = case when $2 = 'unreadable' then body end
             where position = any($1)
            """;

    private static final String LATER = """
            update delivery set attempts = attempts + 1, not_before = $2, why = $3
             where position = any($1) and state = 'waiting'
            """;
    private static final String ERASE = """
            update delivery set body = null, state = case when state = 'waiting' then 'erased' else state end
             where post_id = any($1) and body is not null and event_type <> 'post.delete'
            """;
    /** Each by the index of its own few rows: this is asked every few seconds, and a week of deliveries is long. */
    static final String STATE = """
            select (select count(*) from delivery where state = 'waiting') as waiting,
                   (select count(*) from delivery where state = 'unreadable') as unreadable,
                   (select arrived_at from delivery where state = 'waiting' order by position limit 1) as oldest
            """;

    private final Pool pool;
    private final Secrets secrets;
    private final WantedTurns turns;
    private final Clock clock;

    Deliveries(Pool pool, Secrets secrets, WantedTurns turns, Clock clock) {
        this.pool = pool;
        this.secrets = secrets;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * How the deliveries are.
     *
     * @param waiting not worked yet
     * @param unreadable of the last week, kept with their reason
     * @param oldest when the first of the waiting arrived
     */
    public record State(long waiting, long unreadable, Optional<Instant> oldest) {}

    public Uni<State> state() {
        return pool.query(STATE).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new State(
                    row.getLong("waiting"),
                    row.getLong("unreadable"),
                    Optional.ofNullable(row.getOffsetDateTime("oldest")).map(OffsetDateTime::toInstant));
        });
    }

    /** Forgets what was delivered of these posts, in the connection's transaction; that they were deleted stays known. */
    public Uni<Void> erase(SqlConnection connection, List<String> postIds) {
        return connection
                .preparedQuery(ERASE)
                .execute(Tuple.tuple().addArrayOfString(postIds.toArray(new String[0])))
                .replaceWithVoid();
    }

    /**
     * Keeps them in one transaction of its own, with the wish to hear at once what they do not tell whole; those that were
     * delivered before do nothing. How many are new.
     */
    Uni<Integer> add(List<Delivery> arrived) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(arrived.stream().map(Delivery::key).toArray(String[]::new))
                .addArrayOfString(arrived.stream().map(Delivery::type).toArray(String[]::new))
                .addArrayOfString(arrived.stream().map(Delivery::account).toArray(String[]::new))
                .addArrayOfString(arrived.stream().map(Delivery::postId).toArray(String[]::new))
                .addValue(arrived.stream().map(this::sealed).toArray(Buffer[]::new))
                .addArrayOfString(arrived.stream()
                        .map(delivery -> delivery.unreadable() == null ? "waiting" : "unreadable")
                        .toArray(String[]::new))
                .addArrayOfString(arrived.stream().map(Delivery::unreadable).toArray(String[]::new))
                .addOffsetDateTime(now());
        List<SourceKey> left = arrived.stream()
                .map(Delivery::leaves)
                .flatMap(Stream::ofNullable)
                .toList();
        return pool.withTransaction(connection -> connection
                .preparedQuery(ADD)
                .execute(columns)
                .map(rows -> rows.rowCount())
                .call(fresh -> fresh > 0
                        ? turns.want(connection, left)
                        : Uni.createFrom().voidItem()));
    }

    /** Those that wait, in the order of arrival. */
    Uni<List<KeptDelivery>> waiting(int most) {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.of(now(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::kept)
                        .toList());
    }

    /** Those of the posts that X told the deletion of, worked or not. */
    Uni<Set<String>> deleted(Collection<String> postIds) {
        return pool.preparedQuery(
                        "select distinct post_id from delivery where event_type = 'post.delete' and post_id = any($1)")
                .execute(Tuple.tuple().addArrayOfString(postIds.toArray(new String[0])))
                .map(rows -> {
                    Set<String> deleted = new HashSet<>();
                    rows.forEach(row -> deleted.add(row.getString("post_id")));
                    return deleted;
                });
    }

    /** Ends them, in the connection's transaction, as done, ignored or unreadable, and why in words. */
    Uni<Void> end(SqlConnection connection, List<Long> positions, String state, String why) {
        return positions.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(END)
                        .execute(Tuple.of(positions.toArray(new Long[0]), state, why.isEmpty() ? null : why))
                        .replaceWithVoid();
    }

    /** They are tried again, not before this time. */
    Uni<Void> later(List<Long> positions, Instant notBefore, String why) {
        return pool.preparedQuery(LATER)
                .execute(Tuple.of(positions.toArray(new Long[0]), notBefore.atOffset(ZoneOffset.UTC), why))
                .replaceWithVoid();
    }

    /** It is kept, with the reason, and not tried again. */
    Uni<Void> giveUp(long position, String why) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(new Long[] {position}, "unreadable", why))
                .replaceWithVoid();
    }

    /** Forgets those that are older than a week. */
    Uni<Integer> purge() {
        return pool.preparedQuery("delete from delivery where arrived_at < $1")
                .execute(Tuple.of(now().minus(LIFE)))
                .map(rows -> rows.rowCount());
    }

    private Buffer sealed(Delivery delivery) {
        return Buffer.buffer(secrets.seal(delivery.body().getBytes(), purpose(delivery.key())));
    }

    private KeptDelivery kept(Row row) {
        return new KeptDelivery(row.getLong("position"), row.getInteger("attempts"), activity(row));
    }

    private XActivity activity(Row row) {
        try {
            return XActivity.read(secrets.open(row.getBuffer("body").getBytes(), purpose(row.getString("event_key"))));
        } catch (DoesNotOpenException keptUnderAnotherKey) {
            // it must not hold up those that follow
            return new XActivity(
                    "", "", null, new XActivity.What.Unreadable("it does not open: HEED_SECRET_KEY changed"));
        }
    }

    private static String purpose(String key) {
        return "delivery/" + key;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
