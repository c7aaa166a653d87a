package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Reads;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One answered call, as it is written down.
 *
 * @param day by UTC, as X bills
 * @param account "" where it was asked for nobody in particular
 * @param items without doubles and in one order, so that two bookings at once cannot lock each other out
 */
record Booking(LocalDate day, String account, String endpoint, String caller, List<Item> items) {

    /** @param price if it is billed, in millionths of a dollar */
    record Item(Kind kind, String id, long price) {}

    static Booking of(Ask ask, Reads reads, Instant at, Prices prices, boolean owner) {
        List<Item> items = new ArrayList<>();
        add(items, Kind.POST, reads.postIds(), prices.of(Kind.POST, ask, owner));
        add(items, Kind.USER, reads.userIds(), prices.of(Kind.USER, ask, owner));
        add(items, Kind.MESSAGE, reads.messageIds(), prices.of(Kind.MESSAGE, ask, owner));
        AccountId account = ask.account();
        return new Booking(
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                account == null ? "" : account.value(),
                ask.endpoint().word(),
                ask.token().word(),
                items.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Item::kind).thenComparing(Item::id))
                        .toList());
    }

    private static void add(List<Item> items, Kind kind, List<String> ids, long price) {
        ids.forEach(id -> items.add(new Item(kind, id, price)));
    }
}
