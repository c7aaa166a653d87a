package dev.heed.ingestion.rota;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Sources that are to have their turn at once, since somebody knows that there is something to hear. A wish is kept until a
 * turn that began after it is complete, in whichever process, so it outlives every one of them.
 */
@ApplicationScoped
public class WantedTurns {

    /** In one order, so that two transactions cannot lock each other out. */
    private static final String WANT = """
            insert into turn_wanted (source) select distinct s from unnest($1::text[]) as wanted(s) order by s
            on conflict (source) do update set number = nextval('turn_wanted_number'), wanted_at = now()
            """;

    private static final String HAD = "delete from turn_wanted where source = $1 and number <= $2";

    private final Pool pool;
    private final Map<SourceKey, Long> noticed = new ConcurrentHashMap<>();
    private final Map<SourceKey, Long> had = new ConcurrentHashMap<>();

    WantedTurns(Pool pool) {
        this.pool = pool;
    }

    /** Wishes it in the connection's transaction. */
    public Uni<Void> want(SqlConnection connection, Collection<SourceKey> sources) {
        return sources.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(WANT)
                        .execute(Tuple.tuple()
                                .addArrayOfString(
                                        sources.stream().map(SourceKey::word).toArray(String[]::new)))
                        .replaceWithVoid();
    }

    /**
     * Passes on what is wished for and was not passed on before.
     *
     * @param hurry false where it cannot be done now, and is to be asked again
     */
    Uni<Void> pass(Predicate<SourceKey> hurry) {
        return fulfil().chain(() ->
                        pool.query("select source, number from turn_wanted").execute())
                .invoke(rows -> rows.forEach(row -> {
                    SourceKey key = new SourceKey(row.getString("source"));
                    long number = row.getLong("number");
                    if (noticed.getOrDefault(key, 0L) < number && hurry.test(key)) {
                        noticed.put(key, number);
                    }
                }))
                .replaceWithVoid();
    }

    /** A turn of it is complete. What was passed on was so before it began: while it runs nothing is. */
    void had(SourceKey key) {
        Long number = noticed.get(key);
        if (number != null) {
            had.put(key, number);
        }
    }

    /** Of sources that are gone nobody has a turn. */
    Uni<Void> forget() {
        return pool.query("delete from turn_wanted where wanted_at < now() - interval '1 day'")
                .execute()
                .replaceWithVoid();
    }

    private Uni<Void> fulfil() {
        return Multi.createFrom()
                .iterable(Map.copyOf(had).entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> pool.preparedQuery(HAD)
                        .execute(Tuple.of(one.getKey().word(), one.getValue()))
                        .invoke(() -> had.remove(one.getKey(), one.getValue())))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
