package dev.heed.reply.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tickets that this service has heard of. */
@ApplicationScoped
public class Conversations {
    private static final String KEEP_THE_NEWEST = """
            insert into conversation (ticket_id, version, account_id, account_handle, customer_handle, status, owner,
                                      policy_version, latest_post_id, post_ids, traceparent, withdrawn_ids,
                                      message_ids)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (ticket_id) do update
               set version = excluded.version, account_id = excluded.account_id,
                   account_handle = excluded.account_handle, customer_handle = excluded.customer_handle,
                   status = excluded.status, owner = excluded.owner, policy_version = excluded.policy_version,
                   latest_post_id = excluded.latest_post_id, post_ids = excluded.post_ids,
                   traceparent = excluded.traceparent, withdrawn_ids = excluded.withdrawn_ids,
                   message_ids = excluded.message_ids
             where conversation.version < excluded.version""";

    public Uni<Optional<Conversation>> find(Mutiny.Session session, String ticketId) {
        return session.find(ConversationRow.class, ticketId)
                .map(row -> Optional.ofNullable(row).map(ConversationRow::asConversation));
    }

    /** As {@link #find}, and until the end of the transaction nobody else gets further than this line with this ticket. */
    public Uni<Optional<Conversation>> lock(Mutiny.Session session, String ticketId) {
        return session.find(ConversationRow.class, ticketId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(ConversationRow::asConversation));
    }

    /** Keeps each of these unless a newer version of its ticket is already here. The order does not matter. */
    Uni<Void> keepNewest(SqlConnection connection, List<Conversation> heard) {
        // One order of locks for all replicas, or two batches could wait for each other.
        List<Tuple> rows = heard.stream()
                .sorted(Comparator.comparing(Conversation::ticketId).thenComparingLong(Conversation::version))
                .map(Conversations::tuple)
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(KEEP_THE_NEWEST).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple tuple(Conversation heard) {
        return Tuple.tuple()
                .addString(heard.ticketId())
                .addLong(heard.version())
                .addString(heard.accountId())
                .addString(heard.accountHandle())
                .addString(heard.customerHandle())
                .addString(heard.status())
                .addString(heard.owner())
                .addString(heard.policyVersion())
                .addString(heard.latestPostId())
                .addString(String.join(" ", heard.postIds()))
                .addString(heard.traceparent())
                .addString(String.join(" ", heard.withdrawnIds()))
                .addString(String.join(" ", heard.messageIds()));
    }
}
