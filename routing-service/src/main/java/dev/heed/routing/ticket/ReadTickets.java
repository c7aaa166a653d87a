package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.TicketId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Shows tickets: one, or a page, in five statements whatever the size of the page.
 *
 * <p>All five see the same moment, so that a version, its history and its clocks belong together.
 */
@ApplicationScoped
class ReadTickets {

    private final Tickets tickets;
    private final InstantSource time;

    ReadTickets(Tickets tickets, InstantSource time) {
        this.tickets = tickets;
        this.time = time;
    }

    Uni<Optional<TicketView>> one(TicketId id) {
        return inOnePicture(() -> tickets.findById(id.value())
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : views(List.of(row)).map(List::getFirst).map(Optional::of)));
    }

    Uni<TicketPage> page(TicketQuery query) {
        TicketQuery.Hql hql = query.hql();
        return inOnePicture(() -> tickets.find(hql.text(), hql.parameters())
                .page(0, query.page().toRead())
                .list()
                .map(rows -> query.page().cut(rows, TicketPlace::of))
                .chain(shown -> views(shown.items()).map(views -> new TicketPage(views, shown.next()))));
    }

    private static <T> Uni<T> inOnePicture(Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("set transaction isolation level repeatable read read only")
                        .executeUpdate())
                .chain(work::get));
    }

    private Uni<List<TicketView>> views(List<TicketRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> of(session, PostRow.class, "createdAt, id", ids, row -> row.ticketId)
                        .chain(posts -> of(session, ReplyRow.class, "publishedAt, id", ids, row -> row.ticketId)
                                .chain(replies -> of(session, ClockRow.class, "number", ids, row -> row.ticketId)
                                        .chain(clocks -> of(
                                                        session, HistoryRow.class, "version", ids, row -> row.ticketId)
                                                .map(history -> rows.stream()
                                                        .map(row -> TicketView.of(
                                                                row,
                                                                posts.getOrDefault(row.id, List.of()),
                                                                replies.getOrDefault(row.id, List.of()),
                                                                clocks.getOrDefault(row.id, List.of()),
                                                                history.getOrDefault(row.id, List.of()),
                                                                time.instant()))
                                                        .toList())))));
    }

    private static <T> Uni<Map<UUID, List<T>>> of(
            Mutiny.Session session, Class<T> row, String order, List<UUID> tickets, Function<T, UUID> ticket) {
        return session.createSelectionQuery(
                        "from " + row.getSimpleName() + " where ticketId in (:tickets) order by " + order, row)
                .setParameter("tickets", tickets)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.groupingBy(ticket)));
    }
}
