package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.OnRemoval;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What is watched for. */
@ApplicationScoped
class Watches {

    private static final String COLUMNS = "id, account_id, name, query, asked, status, refusal, listens_from,"
            + " created_by, created_at, beginnings";
    private static final String LISTED = "select " + COLUMNS + ", (select max(heard_at) from mention"
            + " where watch_id = watch.id::text) as last_heard_at from watch";
    private static final String ADD = "insert into watch (" + COLUMNS + ") select $1, $2, $3, $4, $5, $6, $7, $8, $9,"
            + " $10, $11 where (select count(*) from watch where account_id = $2) < $12";
    private static final String CHANGE =
            "update watch set name = $3, query = $4, asked = $5, status = $6, refusal = $7,"
                    + " listens_from = $8, beginnings = $9 where id = $1 and beginnings = $2";
    private static final String TAKEN = "23505";

    /** A watch and when it last found something new. */
    record Listed(Watch watch, Optional<Instant> lastHeardAt) {}

    /** What came of writing one down. */
    enum Kept {
        DONE,
        /** Another watch of the account has this name. */
        NAME_TAKEN,
        /** The account has as many as it may; or somebody else changed it meanwhile. */
        NOT_POSSIBLE
    }

    private final Pool pool;

    Watches(Pool pool) {
        this.pool = pool;
    }

    /** Those that are listened to. */
    Uni<List<Watch>> listening() {
        return pool.query("select " + COLUMNS + " from watch where status <> 'paused'")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Watches::watch)
                        .toList());
    }

    /** All, by account and name. */
    Uni<List<Listed>> all() {
        return pool.query(LISTED + " order by account_id, lower(name)")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Watches::listed)
                        .toList());
    }

    Uni<Optional<Listed>> find(UUID id) {
        return pool.preparedQuery(LISTED + " where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Watches::listed)
                        .findFirst());
    }

    /** @param most how many the account may have */
    Uni<Kept> add(Watch watch, int most) {
        return kept(pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(watch.id())
                        .addString(watch.account().value())
                        .addString(watch.name())
                        .addString(watch.query())
                        .addString(watch.asked())
                        .addString(watch.status().word())
                        .addString(watch.refusal())
                        .addValue(at(watch.listensFrom()))
                        .addString(watch.createdBy())
                        .addValue(at(watch.createdAt()))
                        .addInteger(watch.beginnings())
                        .addInteger(most))
                .map(rows -> rows.rowCount()));
    }

    /** @param before as it was read: somebody else's change in between is not overwritten */
    Uni<Kept> change(Watch before, Watch after) {
        return kept(pool.preparedQuery(CHANGE)
                .execute(Tuple.tuple()
                        .addUUID(before.id())
                        .addInteger(before.beginnings())
                        .addString(after.name())
                        .addString(after.query())
                        .addString(after.asked())
                        .addString(after.status().word())
                        .addString(after.refusal())
                        .addValue(at(after.listensFrom()))
                        .addInteger(after.beginnings()))
                .map(rows -> rows.rowCount()));
    }

    /** X takes its query again. */
    Uni<Void> answered(UUID id) {
        return pool.preparedQuery(
                        "update watch set status = 'active', refusal = null where id = $1 and status = 'refused'")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** X does not take its query. */
    Uni<Void> refused(UUID id, String why) {
        return pool.preparedQuery(
                        "update watch set status = 'refused', refusal = $2 where id = $1 and status <> 'paused'")
                .execute(Tuple.of(id, why))
                .replaceWithVoid();
    }

    /** All of a removed account's, until somebody lets them go on. */
    Uni<Void> pause(AccountId account) {
        return pool.preparedQuery(
                        "update watch set status = 'paused' where account_id = $1 and " + OnRemoval.STILL_REMOVED)
                .execute(Tuple.of(account.value()))
                .replaceWithVoid();
    }

    /** False if there is none. What it found stays. */
    Uni<Boolean> remove(UUID id) {
        return pool.preparedQuery("delete from watch where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Uni<Kept> kept(Uni<Integer> written) {
        return written.map(rows -> rows == 1 ? Kept.DONE : Kept.NOT_POSSIBLE)
                .onFailure(failure -> failure instanceof PgException refused && TAKEN.equals(refused.getSqlState()))
                .recoverWithItem(Kept.NAME_TAKEN);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Listed listed(Row row) {
        return new Listed(
                watch(row),
                Optional.ofNullable(row.getOffsetDateTime("last_heard_at")).map(OffsetDateTime::toInstant));
    }

    private static Watch watch(Row row) {
        return new Watch(
                row.getUUID("id"),
                new AccountId(row.getString("account_id")),
                row.getString("name"),
                row.getString("query"),
                row.getString("asked"),
                WatchStatus.of(row.getString("status")).orElse(WatchStatus.PAUSED),
                row.getString("refusal"),
                row.getOffsetDateTime("listens_from").toInstant(),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("beginnings"));
    }
}
