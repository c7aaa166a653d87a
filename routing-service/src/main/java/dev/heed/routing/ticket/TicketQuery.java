package dev.heed.routing.ticket;

import dev.heed.web.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which tickets are wanted, and in which order.
 *
 * @param unanswered only open tickets whose customer waits for an answer
 * @param urgentFirst by priority, then the oldest; otherwise just the oldest first
 */
record TicketQuery(
        List<String> statuses,
        Optional<String> owner,
        Optional<String> account,
        Optional<String> post,
        Optional<String> text,
        boolean unanswered,
        boolean urgentFirst,
        PageRequest<TicketPlace> page) {

    static final List<String> STATUSES =
            List.of("waiting", "assigned", "claimed", "resolved", "monitored", "let_stand", "withdrawn");

    /** The query in Hibernate's language, with its parameters. */
    record Hql(String text, Map<String, Object> parameters) {}

    Hql hql() {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (!statuses.isEmpty()) {
            conditions.add("t.status in (:statuses)");
            parameters.put("statuses", statuses);
        }
        owner.ifPresent(name -> {
            conditions.add("t.owner = :owner");
            parameters.put("owner", name);
        });
        account.ifPresent(idOrHandle -> {
            conditions.add("(t.accountId = :account or lower(t.accountHandle) = lower(:account))");
            parameters.put("account", idOrHandle);
        });
        post.ifPresent(id -> {
            conditions.add("t.id in (select p.ticketId from PostRow p"
                    + " where p.id = :post or p.firstId = :post or p.versionId = :post)");
            parameters.put("post", id);
        });
        text.ifPresent(words -> {
            conditions.add("(lower(t.customerHandle) like :words escape '\\' or exists (select 1 from PostRow p"
                    + " where p.ticketId = t.id and lower(p.text) like :words escape '\\'))");
            parameters.put("words", "%" + literal(words) + "%");
        });
        if (unanswered) {
            conditions.add("t.status in ('waiting', 'assigned', 'claimed') and exists (select 1 from ClockRow c"
                    + " where c.ticketId = t.id and c.stoppedAt is null and c.kind <> 'acknowledge')");
        }
        page.after().ifPresent(place -> {
            String older = "(t.openedAt > :openedAt or (t.openedAt = :openedAt and t.id > :id))";
            conditions.add(
                    urgentFirst
                            ? "(t.decisionPriority < :priority or (t.decisionPriority = :priority and " + older + "))"
                            : older);
            if (urgentFirst) {
                parameters.put("priority", place.priority());
            }
            parameters.put("openedAt", place.openedAt());
            parameters.put("id", place.id());
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String order = urgentFirst ? "t.decisionPriority desc, t.openedAt, t.id" : "t.openedAt, t.id";
        return new Hql("from TicketRow t" + where + " order by " + order, parameters);
    }

    private static String literal(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
