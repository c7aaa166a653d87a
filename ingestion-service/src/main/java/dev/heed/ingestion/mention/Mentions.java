package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was heard, one row per post, whatever the number of its versions. */
@ApplicationScoped
public class Mentions {

    /** A parent is kept by itself, or it is a mention. */
    private static final String SHOWN = """
            select m.*, p.post_id as p_id, p.author_id as p_author_id, p.author_handle as p_author_handle,
              p.text as p_text, p.created_at as p_created_at,
              q.author_id as q_author_id, q.author_handle as q_author_handle, q.text as q_text,
              q.created_at as q_created_at
            from mention m
            left join parent_post p
              on p.post_id = coalesce(m.in_reply_to_post_id, m.quoted_post_id) and p.text is not null
            left join mention_version v on v.version_id = coalesce(m.in_reply_to_post_id, m.quoted_post_id)
            left join mention q on q.first_id = v.first_id and q.withdrawn_at is null
            """;

    private static final String PAGE = SHOWN + "where m.position < $1 order by m.position desc limit $2";
    /** Each has an index of its own: the mentions of a quiet account lie far apart among those of a busy one. */
    private static final String PAGE_OF_ONE =
            SHOWN + "where m.account_id = $3 and m.position < $1 order by m.position desc limit $2";

    private static final String ONE =
            SHOWN + "where m.first_id = (select first_id from mention_version where version_id = $1)";
    private static final String PARENTS = """
            select v.version_id, m.author_id, m.author_handle, m.text, m.created_at, m.withdrawn_at is null as stands
            from mention_version v join mention m on m.first_id = v.first_id
            where v.version_id = any($1)
            """;

    /** Of the last of an account, so that it costs little however many there are. */
    private static final String SINCE = """
            select count(*) as heard, min(created_at) as oldest
            from (select heard_at, created_at from mention where account_id = $1 order by position desc limit 5000) last
            where heard_at >= $2
            """;

    private final Pool pool;

    Mentions(Pool pool) {
        this.pool = pool;
    }

    /**
     * Of some posts those that are mentions, to be shown beside the ones that answer or quote them; empty where one was taken
     * back, and is not to be shown, whoever else has its text.
     */
    public Uni<Map<String, Optional<ParentPost>>> asParents(Collection<String> postIds) {
        if (postIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(PARENTS)
                .execute(Tuple.of(postIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Optional<ParentPost>> found = new HashMap<>();
                    rows.forEach(row -> found.put(
                            row.getString("version_id"),
                            row.getBoolean("stands")
                                    ? Optional.of(parent(row, row.getString("version_id"), ""))
                                    : Optional.empty()));
                    return found;
                });
    }

    /**
     * What was heard in a time.
     *
     * @param count 5,000 stand for more
     * @param oldest when the oldest of them was written; absent where there is none
     */
    public record Heard(long count, Optional<Instant> oldest) {}

    public Uni<Heard> heardSince(AccountId account, Instant since) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(account.value(), since.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Heard(
                            row.getLong("heard"),
                            Optional.ofNullable(row.getOffsetDateTime("oldest")).map(OffsetDateTime::toInstant));
                });
    }

    /**
     * What is to be read for a page, newest first.
     *
     * @param account null for all
     */
    Uni<List<StoredMention>> page(@Nullable AccountId account, PageRequest<Long> page) {
        Tuple asked = Tuple.of(page.after().orElse(Long.MAX_VALUE), page.toRead());
        return pool.preparedQuery(account == null ? PAGE : PAGE_OF_ONE)
                .execute(account == null ? asked : asked.addString(account.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Mentions::stored)
                        .toList());
    }

    /** @param postId of any of its versions */
    Uni<Optional<StoredMention>> find(String postId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(postId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Mentions::stored)
                        .findFirst());
    }

    private static StoredMention stored(Row row) {
        return new StoredMention(row.getLong("position"), mention(row), parent(row));
    }

    private static @Nullable ParentPost parent(Row row) {
        String id = row.getString("in_reply_to_post_id") == null
                ? row.getString("quoted_post_id")
                : row.getString("in_reply_to_post_id");
        if (row.getString("q_text") != null) {
            return parent(row, id, "q_");
        }
        return row.getString("p_id") == null ? null : parent(row, id, "p_");
    }

    private static ParentPost parent(Row row, String id, String from) {
        return new ParentPost(
                id,
                row.getString(from + "author_id"),
                row.getString(from + "author_handle"),
                row.getString(from + "text"),
                row.getOffsetDateTime(from + "created_at").toInstant());
    }

    private static Mention mention(Row row) {
        return new Mention(
                new AccountId(row.getString("account_id")),
                row.getString("account_handle"),
                post(row),
                Kind.of(row.getString("kind")),
                row.getBoolean("addressed"),
                row.getString("watch_id") == null
                        ? null
                        : new Watched(row.getString("watch_id"), row.getString("watch_name")),
                new Answerable(row.getBoolean("by_api"), row.getString("by_api_why")),
                row.getOffsetDateTime("heard_at").toInstant(),
                Via.of(row.getString("via")),
                row.getString("traceparent"));
    }

    private static Post post(Row row) {
        String id = row.getString("post_id");
        String firstId = row.getString("first_id");
        return new Post(
                id,
                id.equals(firstId) ? List.of(id) : List.of(firstId, id),
                row.getString("text"),
                row.getString("author_id"),
                row.getString("author_handle"),
                row.getString("author_name"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("conversation_id"),
                row.getString("in_reply_to_post_id"),
                row.getString("in_reply_to_user_id"),
                row.getString("quoted_post_id"),
                row.getString("lang"),
                Attached.read((JsonArray) row.getJson("media")));
    }
}
