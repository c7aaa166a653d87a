package dev.heed.ingestion.message;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.messaging.outbox.Outbox;
import dev.heed.secrets.DoesNotOpenException;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The messages that were received, one row each; what was said only as ciphertext. */
@ApplicationScoped
class Messages {

    private static final String ADD = """
            insert into message (event_id, account_id, conversation_id, sender_id, sender_handle, sender_name, text, media,
              created_at, heard_at, via, traceparent)
            select event_id, account_id, conversation_id, sender_id, sender_handle, sender_name, decode(text, 'base64'),
              media, created_at, heard_at, via, traceparent
              from json_to_recordset(cast(cast($1 as text) as json)) as heard(
                n int, event_id text, account_id text, conversation_id text, sender_id text, sender_handle text,
                sender_name text, text text, media int, created_at timestamptz, heard_at timestamptz, via text,
                traceparent text)
             order by n
            on conflict (event_id) do nothing
            returning event_id
            """;
    private static final String PAGE = """
            select m.*, a.handle from message m join account a on a.id = m.account_id
             where m.position < $1
             order by m.position desc limit $2
            """;
    /** Walks the account's own index: others' messages cost nothing. */
    private static final String PAGE_OF_ONE = """
            select m.*, a.handle from message m join account a on a.id = m.account_id
             where m.account_id = $3 and m.position < $1
             order by m.position desc limit $2
            """;

    private static final String KNOWN = "select event_id from message where event_id = any($1)";

    private final Pool pool;
    private final Outbox outbox;
    private final Secrets secrets;

    Messages(Pool pool, Outbox outbox, Secrets secrets) {
        this.pool = pool;
        this.outbox = outbox;
        this.secrets = secrets;
    }

    /**
     * A message and its place in the order of hearing.
     *
     * @param opens false where it was kept under another key; then what it says is empty
     */
    record Stored(long position, Message message, boolean opens) {}

    /** Of these those that were heard before. */
    Uni<Set<String>> known(List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : pool.preparedQuery(KNOWN)
                        .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                        .map(rows -> {
                            Set<String> known = new HashSet<>();
                            rows.forEach(row -> known.add(row.getString("event_id")));
                            return known;
                        });
    }

    /**
     * Stores those that were not heard before and announces each of them, in the connection's transaction.
     *
     * @return how many are new
     */
    Uni<Integer> add(SqlConnection connection, List<HeardMessage> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return connection.preparedQuery(ADD).execute(Tuple.of(json(heard))).chain(rows -> {
            Set<String> added = new HashSet<>();
            rows.forEach(row -> added.add(row.getString("event_id")));
            List<HeardMessage> fresh = heard.stream()
                    .filter(one -> added.remove(one.message().id()))
                    .toList();
            return outbox.append(
                            connection,
                            inOrder(fresh).stream()
                                    .map(MessageReceivedV1::event)
                                    .toList())
                    .replaceWith(fresh.size());
        });
    }

    /**
     * What is to be read for a page, the last heard first.
     *
     * @param account null for all
     * @return fails with {@link DoesNotOpenException} where there is no key
     */
    Uni<List<Stored>> page(@Nullable AccountId account, PageRequest<Long> page) {
        Tuple bounds = Tuple.of(page.after().orElse(Long.MAX_VALUE), page.toRead());
        return pool.preparedQuery(account == null ? PAGE : PAGE_OF_ONE)
                .execute(account == null ? bounds : bounds.addString(account.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::stored)
                        .toList());
    }

    /** Counts on within a page: whose second message it is, is no stranger. */
    private static List<HeardMessage> inOrder(List<HeardMessage> fresh) {
        Map<String, AuthorContext> known = new HashMap<>();
        List<HeardMessage> counted = new ArrayList<>();
        for (HeardMessage one : fresh) {
            AuthorContext author = known.getOrDefault(one.message().senderId(), one.author());
            counted.add(one.by(author));
            known.put(
                    one.message().senderId(), author.afterOneMore(one.message().heardAt()));
        }
        return counted;
    }

    private String json(List<HeardMessage> heard) {
        JsonArray rows = new JsonArray();
        for (HeardMessage one : heard) {
            Message message = one.message();
            byte[] text = secrets.seal(message.text(), purpose(message.id()));
            rows.add(new JsonObject()
                    .put("n", rows.size())
                    .put("event_id", message.id())
                    .put("account_id", message.account().value())
                    .put("conversation_id", message.conversationId())
                    .put("sender_id", message.senderId())
                    .put("sender_handle", message.senderHandle())
                    .put("sender_name", message.senderName())
                    .put("text", Base64.getEncoder().encodeToString(text))
                    .put("media", message.media())
                    .put("created_at", message.createdAt().toString())
                    .put("heard_at", message.heardAt().toString())
                    .put("via", message.via().word())
                    .put("traceparent", message.traceparent()));
        }
        return rows.encode();
    }

    private Stored stored(Row row) {
        Optional<String> text = text(row);
        return new Stored(row.getLong("position"), message(row, text.orElse("")), text.isPresent());
    }

    /** Empty where it was kept under another key, which must not hide those beside it. */
    private Optional<String> text(Row row) {
        try {
            return Optional.of(secrets.open(row.getBuffer("text").getBytes(), purpose(row.getString("event_id"))));
        } catch (DoesNotOpenException keptUnderAnotherKey) {
            if (secrets.canBeKept()) {
                return Optional.empty();
            }
            throw keptUnderAnotherKey;
        }
    }

    private static Message message(Row row, String text) {
        String id = row.getString("event_id");
        return new Message(
                new AccountId(row.getString("account_id")),
                row.getString("handle"),
                id,
                row.getString("conversation_id"),
                row.getString("sender_id"),
                row.getString("sender_handle"),
                row.getString("sender_name"),
                text,
                row.getInteger("media"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("heard_at").toInstant(),
                Via.of(row.getString("via")),
                row.getString("traceparent"));
    }

    private static String purpose(String id) {
        return "message/" + id;
    }
}
