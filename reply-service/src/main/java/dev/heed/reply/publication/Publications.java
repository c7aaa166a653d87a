package dev.heed.reply.publication;

import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.web.NewestFirst;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** All publications, under way or ended. */
@ApplicationScoped
class Publications {
    /**
     * Rows whose time has come. A reply waits while another one of its ticket is being sent or unsettled, and while X lets
     * its account post no more.
     */
    private static final String DUE = """
             from publication p
            where p.due_at <= :now
              and not (p.state = 'intended' and (
                    exists (select 1 from publication other
                             where other.ticket_id = p.ticket_id and other.id <> p.id
                               and other.state in ('sending', 'unknown'))
                 or exists (select 1 from account_pace pace
                             where pace.account_id = p.account_id and pace.posting_from > :now)))
            """;

    Uni<Void> add(Mutiny.Session session, Publication publication) {
        return session.persist(RowMapping.row(publication));
    }

    /** Nobody else changes this publication until the end of the transaction. */
    Uni<Optional<Publication>> lock(Mutiny.Session session, ReplyId id) {
        return session.find(PublicationRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(RowMapping::publication));
    }

    /** Writes the state of a publication that was locked in this transaction. */
    Uni<Void> change(Mutiny.Session session, Publication publication) {
        return session.find(PublicationRow.class, publication.reply().id().value())
                .invoke(row -> RowMapping.put(row, publication.state()))
                .replaceWithVoid();
    }

    /** The account's publication that has waited longest for something to be done, locked. */
    Uni<Optional<Publication>> lockNextDue(Mutiny.Session session, String accountId, Instant now) {
        return lockDue(session, accountId, now, 1).map(found -> found.stream().findFirst());
    }

    /** Those of the account that have waited longest, locked; rows that others hold are passed over. */
    Uni<List<Publication>> lockDue(Mutiny.Session session, String accountId, Instant now, int most) {
        return session.createNativeQuery(
                        "select p.* " + DUE
                                + " and p.account_id = :account order by p.due_at, p.id limit :most for update of p skip locked",
                        PublicationRow.class)
                .setParameter("now", now)
                .setParameter("account", accountId)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(RowMapping::publication).toList());
    }

    /** Accounts for which something is due. */
    Uni<List<String>> accountsDue(Mutiny.Session session, Instant now) {
        return session.createNativeQuery("select distinct p.account_id " + DUE, String.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** What keeps a new reply to this post from being started: one to the same post, or an unsettled one of the ticket. */
    Uni<Optional<Publication>> inTheWay(Mutiny.Session session, String ticketId, String accountId, String inReplyTo) {
        return session.createSelectionQuery(
                        "from PublicationRow where (ticketId = :ticket and state = 'unknown')"
                                + " or (accountId = :account and inReplyTo = :post and state in ('intended', 'sending', 'unknown'))",
                        PublicationRow.class)
                .setParameter("ticket", ticketId)
                .setParameter("account", accountId)
                .setParameter("post", inReplyTo)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(RowMapping::publication));
    }

    /** Ids of posts that are known to be other replies to the same post, or other replies of the same words. */
    Uni<Set<String>> booked(Mutiny.Session session, Reply reply) {
        return session.createSelectionQuery(
                        "select postId from PublicationRow where accountId = :account and postId is not null and id <> :id"
                                + " and (inReplyTo = :post or textSha256 = :hash)",
                        String.class)
                .setParameter("account", reply.accountId())
                .setParameter("id", reply.id().value())
                .setParameter("post", reply.inReplyTo())
                .setParameter("hash", reply.textSha256())
                .getResultList()
                .map(Set::copyOf);
    }

    /** Whether this post is another reply already. */
    Uni<Boolean> isBooked(Mutiny.Session session, String postId) {
        return session.createSelectionQuery("select count(*) from PublicationRow where postId = :post", Long.class)
                .setParameter("post", postId)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** X lets this account post no more until then. */
    Uni<Void> slowDown(Mutiny.Session session, String accountId, Instant until) {
        return session.createNativeQuery("insert into account_pace (account_id, posting_from) values (:account, :until)"
                        + " on conflict (account_id) do update"
                        + " set posting_from = greatest(account_pace.posting_from, excluded.posting_from)")
                .setParameter("account", accountId)
                .setParameter("until", until)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<List<Publication>> withIds(Mutiny.Session session, Collection<ReplyId> ids) {
        return session.createSelectionQuery("from PublicationRow where id in (:ids)", PublicationRow.class)
                .setParameter("ids", ids.stream().map(ReplyId::value).collect(Collectors.toSet()))
                .getResultList()
                .map(rows -> rows.stream().map(RowMapping::publication).toList());
    }

    /** Newest first, what is to be read for a page; {@code state} null for all. */
    Uni<List<Publication>> page(Mutiny.Session session, @Nullable String state, PageRequest<UUID> page) {
        String restricted = state == null ? "" : " and state = :state";
        var query = session.createSelectionQuery(
                        "from PublicationRow where id < :after" + restricted + " order by id desc",
                        PublicationRow.class)
                .setParameter("after", NewestFirst.below(page))
                .setMaxResults(page.toRead());
        return (state == null ? query : query.setParameter("state", state))
                .getResultList()
                .map(rows -> rows.stream().map(RowMapping::publication).toList());
    }

    /** How many publications nobody knows the outcome of. */
    Uni<Long> countUnknown(Mutiny.Session session) {
        return session.createSelectionQuery("select count(*) from PublicationRow where state = 'unknown'", Long.class)
                .getSingleResult();
    }
}
