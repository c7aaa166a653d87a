package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What was spent, by UTC day, account, endpoint and whose token asked. */
@ApplicationScoped
public class Ledger {

    /** One statement: a resource that was read today is billed for nobody, also if two read it at the same moment. */
    private static final String BOOK = """
            with given as (
              select kind, id, price from unnest($5::text[], $6::text[], $7::bigint[]) as given(kind, id, price)
            ), fresh as (
              insert into resource_read (day, kind, id) select $1, kind, id from given order by kind, id
              on conflict do nothing
              returning kind, id
            ), cost as (
              select count(*) as billed, coalesce(sum(price), 0)::bigint as micros from fresh join given using (kind, id)
            ), booked as (
              insert into spending as known (day, account_id, endpoint, caller, calls, resources, billed, micros)
              select $1, $2, $3, $4, 1, (select count(*) from given), billed, micros from cost
              on conflict (day, account_id, endpoint, caller) do update set
                calls = known.calls + 1,
                resources = known.resources + excluded.resources,
                billed = known.billed + excluded.billed,
                micros = known.micros + excluded.micros
            )
            select micros from cost
            """;

    private static final String OF_MONTH = """
            select day, endpoint, sum(calls)::bigint as calls, sum(resources)::bigint as resources,
                   sum(billed)::bigint as billed, sum(micros)::bigint as micros
              from spending
             where account_id = $1 and day >= $2 and day < $3
             group by day, endpoint
             order by day, endpoint
            """;
    private static final String SUMS = """
            select account_id,
                   coalesce(sum(micros) filter (where day >= $1), 0)::bigint as month,
                   coalesce(sum(micros) filter (where day > $2::date - 7), 0)::bigint as week,
                   $2::date - min(day) + 1 as days
              from spending
             where day >= least($1::date, $2::date - 6)
             group by account_id
            """;

    private final Pool pool;

    Ledger(Pool pool) {
        this.pool = pool;
    }

    /** What was spent on one day at one endpoint. */
    public record Entry(LocalDate day, String endpoint, long calls, long resources, long billed, long micros) {}

    /**
     * What one account has spent.
     *
     * @param week in the last seven days, today included
     * @param days how many of these days the ledger knows
     */
    public record Sum(long month, long week, int days) {}

    /** Writes it down; gives what it cost, in micros. */
    Uni<Long> book(Booking booking) {
        List<Booking.Item> items = booking.items();
        return pool.preparedQuery(BOOK)
                .execute(Tuple.from(List.of(
                        booking.day(),
                        booking.account(),
                        booking.endpoint(),
                        booking.caller(),
                        items.stream().map(item -> item.kind().word()).toArray(String[]::new),
                        items.stream().map(Booking.Item::id).toArray(String[]::new),
                        items.stream().map(Booking.Item::price).toArray(Long[]::new))))
                .map(rows -> rows.iterator().next().getLong("micros"));
    }

    /** An account's entries of a month by day and endpoint, in this order. */
    public Uni<List<Entry>> of(AccountId account, YearMonth month) {
        return pool.preparedQuery(OF_MONTH)
                .execute(Tuple.of(
                        account.value(), month.atDay(1), month.plusMonths(1).atDay(1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Ledger::entry)
                        .toList());
    }

    /** By account id, what was spent in the month of this day. */
    Uni<Map<String, Sum>> sums(LocalDate today) {
        return pool.preparedQuery(SUMS)
                .execute(Tuple.of(today.withDayOfMonth(1), today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getString("account_id"),
                                row -> new Sum(
                                        row.getLong("month"),
                                        row.getLong("week"),
                                        Math.clamp(row.getInteger("days"), 1, 7)))));
    }

    /** Throws away what was read before this day: X bills it anew. */
    Uni<Integer> forgetReadsBefore(LocalDate day) {
        return pool.preparedQuery("delete from resource_read where day < $1")
                .execute(Tuple.of(day))
                .map(rows -> rows.rowCount());
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getLocalDate("day"),
                row.getString("endpoint"),
                row.getLong("calls"),
                row.getLong("resources"),
                row.getLong("billed"),
                row.getLong("micros"));
    }
}
