package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountId;
import dev.heed.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was heard, one row per post. */
@ApplicationScoped
public class Mentions {

    private static final String COLUMNS = """
            post_id, account_id, account_handle, text, author_id, author_handle, author_name, created_at, \
            conversation_id, in_reply_to_post_id, in_reply_to_user_id, lang, kind, addressed, heard_at, via, \
            traceparent""";
    private static final String ADD = "insert into mention (" + COLUMNS + ") select " + COLUMNS + """
             from json_to_recordset(cast(cast($1 as text) as json)) as heard(
               n int, post_id text, account_id text, account_handle text, text text, author_id text, author_handle text,
               author_name text, created_at timestamptz, conversation_id text, in_reply_to_post_id text,
               in_reply_to_user_id text, lang text, kind text, addressed boolean, heard_at timestamptz, via text,
               traceparent text)
            order by n
            on conflict (post_id) do nothing
            returning post_id
            """;
    private static final String PAGE = "select position, " + COLUMNS + """
             from mention
            where ($1::text is null or account_id = $1 or lower(account_handle) = lower($1))
              and position < $2
            order by position desc
            limit $3
            """;

    private final Pool pool;
    private final Outbox outbox;

    Mentions(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * Stores those that were not heard before and announces each of them, in the connection's transaction.
     *
     * @return the new ones, in the order given
     */
    public Uni<List<Mention>> add(SqlConnection connection, List<Mention> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection.preparedQuery(ADD).execute(Tuple.of(json(heard))).chain(rows -> {
            Set<String> added = new HashSet<>();
            rows.forEach(row -> added.add(row.getString("post_id")));
            List<Mention> fresh = heard.stream()
                    .filter(mention -> added.remove(mention.postId()))
                    .toList();
            return outbox.append(
                            connection,
                            fresh.stream().map(MentionReceivedV1::event).toList())
                    .replaceWith(fresh);
        });
    }

    /**
     * Newest first.
     *
     * @param account id or handle; null for all
     * @param before a position that an earlier page ended with
     */
    Uni<List<StoredMention>> page(@Nullable String account, OptionalLong before, int size) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(account, before.orElse(Long.MAX_VALUE), size))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new StoredMention(row.getLong("position"), mention(row)))
                        .toList());
    }

    private static String json(List<Mention> heard) {
        JsonArray rows = new JsonArray();
        for (Mention mention : heard) {
            rows.add(new JsonObject()
                    .put("n", rows.size())
                    .put("post_id", mention.postId())
                    .put("account_id", mention.account().value())
                    .put("account_handle", mention.accountHandle())
                    .put("text", mention.text())
                    .put("author_id", mention.authorId())
                    .put("author_handle", mention.authorHandle())
                    .put("author_name", mention.authorName())
                    .put("created_at", mention.createdAt().toString())
                    .put("conversation_id", mention.conversationId())
                    .put("in_reply_to_post_id", mention.inReplyToPostId())
                    .put("in_reply_to_user_id", mention.inReplyToUserId())
                    .put("lang", mention.lang())
                    .put("kind", mention.kind().word())
                    .put("addressed", mention.addressed())
                    .put("heard_at", mention.heardAt().toString())
                    .put("via", mention.via().word())
                    .put("traceparent", mention.traceparent()));
        }
        return rows.encode();
    }

    private static Mention mention(Row row) {
        return new Mention(
                new AccountId(row.getString("account_id")),
                row.getString("account_handle"),
                row.getString("post_id"),
                row.getString("text"),
                row.getString("author_id"),
                row.getString("author_handle"),
                row.getString("author_name"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("conversation_id"),
                row.getString("in_reply_to_post_id"),
                row.getString("in_reply_to_user_id"),
                row.getString("lang"),
                Kind.of(row.getString("kind")),
                row.getBoolean("addressed"),
                row.getOffsetDateTime("heard_at").toInstant(),
                Via.of(row.getString("via")),
                row.getString("traceparent"));
    }
}
