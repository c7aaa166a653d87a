package dev.heed.routing.ticket;

import dev.heed.routing.post.Media;
import dev.heed.routing.post.Parent;
import dev.heed.routing.ticket.life.HeardPost;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The posts of tickets as they are heard, many at once.
 *
 * <p>What was withdrawn before it was heard is never stored: hearing and changing posts exclude one another by one lock,
 * which hearing shares and {@link AmendPosts} takes alone, before any other.
 */
@ApplicationScoped
public class Posts {

    private static final String HEARING = "select pg_advisory_xact_lock_shared(hashtext('heed.posts'))";
    private static final String CHANGING = "select pg_advisory_xact_lock(hashtext('heed.posts'))";
    private static final String AHEAD =
            "select post_id, withdrawn_reason, version_id, text, media, at from post_ahead where post_id = any ($1)";
    /**
     * How posts of any version read by now, in one statement: an edit that waits moves to its post as that is heard. What is
     * older than the version that was asked for is none.
     */
    private static final String PARENTS = """
            select asked.id, coalesce(p.text, a.text) as text
              from unnest($1::text[]) as asked (id)
              left join post_version v on v.version_id = asked.id
              left join ticket_post p on p.first_id = coalesce(v.first_id, asked.id) and p.withdrawn_at is null
              left join post_ahead a on a.post_id = coalesce(v.first_id, asked.id) and a.text is not null
             where (length(asked.id), asked.id)
                 <= (length(coalesce(p.version_id, a.version_id)), coalesce(p.version_id, a.version_id))
            """;

    private static final String ARRIVED =
            "delete from post_ahead where withdrawn_reason is null and post_id = any ($1)";
    private static final String KEEP = """
            insert into ticket_post
            select * from jsonb_populate_recordset(null::ticket_post, cast(cast($1 as text) as jsonb))
             order by id
            on conflict do nothing
            returning id
            """;
    private static final String FOUND = """
            update ticket_post set evidence = found.evidence
              from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as found (id text, evidence text)
             where ticket_post.id = found.id
            """;

    /** What a rule found in a post. */
    @RegisterForReflection
    private record Evidence(String id, String evidence) {}

    /** Until the end of the transaction no post is edited or withdrawn. First of all locks. */
    public Uni<Void> lockForHearing(SqlConnection connection) {
        return connection.query(HEARING).execute().replaceWithVoid();
    }

    /** Until the end of the transaction nobody else hears, edits or withdraws a post. First of all locks. */
    public Uni<Void> lockForChanging(SqlConnection connection) {
        return connection.query(CHANGING).execute().replaceWithVoid();
    }

    /** Puts the posts on their tickets, and gives those that were on none before, as they are to be read now. */
    public Uni<List<HeardPost>> keepNew(SqlConnection connection, Collection<HeardPost> posts) {
        String[] ids = posts.stream().flatMap(Posts::idsAround).distinct().toArray(String[]::new);
        String[] own =
                posts.stream().map(post -> post.version().firstId()).distinct().toArray(String[]::new);
        return ahead(connection, ids)
                .chain(ahead -> parents(connection, posts)
                        .map(parents -> posts.stream()
                                .flatMap(post -> PostAhead.caughtUp(post, ahead, parents).stream())
                                .toList())
                        .chain(standing -> keep(connection, standing))
                        .call(() -> ahead.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : connection.preparedQuery(ARRIVED).execute(Tuple.of(own))));
    }

    private static Uni<Map<String, PostAhead>> ahead(SqlConnection connection, String[] ids) {
        return connection.preparedQuery(AHEAD).execute(Tuple.of(ids)).map(rows -> {
            Map<String, PostAhead> ahead = new HashMap<>();
            rows.forEach(row -> ahead.put(row.getString("post_id"), ahead(row)));
            return ahead;
        });
    }

    private static Uni<Map<String, String>> parents(SqlConnection connection, Collection<HeardPost> posts) {
        String[] ids = posts.stream()
                .flatMap(post -> Stream.ofNullable(post.around().parent()))
                .map(Parent::id)
                .distinct()
                .toArray(String[]::new);
        return ids.length == 0
                ? Uni.createFrom().item(Map.of())
                : connection.preparedQuery(PARENTS).execute(Tuple.of(ids)).map(rows -> {
                    Map<String, String> parents = new HashMap<>();
                    rows.forEach(row -> parents.put(row.getString("id"), row.getString("text")));
                    return parents;
                });
    }

    /** Keeps with each post what the policy found in it. */
    public Uni<Void> keepEvidence(SqlConnection connection, Map<String, List<String>> byPost) {
        List<Evidence> found = byPost.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Evidence(entry.getKey(), RowJson.writeInner(entry.getValue())))
                .toList();
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(FOUND)
                        .execute(Tuple.of(RowJson.writeInner(found)))
                        .replaceWithVoid();
    }

    private static Uni<List<HeardPost>> keep(SqlConnection connection, List<HeardPost> posts) {
        if (posts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String rows = RowJson.write(posts.stream().map(PostRow::of).toList());
        return connection.preparedQuery(KEEP).execute(Tuple.of(rows)).map(kept -> {
            Set<String> ids = new HashSet<>();
            kept.forEach(row -> ids.add(row.getString("id")));
            return posts.stream().filter(post -> ids.contains(post.id())).toList();
        });
    }

    private static Stream<String> idsAround(HeardPost post) {
        @Nullable Parent parent = post.around().parent();
        Stream<String> own = Stream.of(post.id(), post.version().firstId());
        return parent == null ? own : Stream.concat(own, Stream.of(parent.id()));
    }

    private static PostAhead ahead(Row row) {
        @Nullable String media = row.getString("media");
        return new PostAhead(
                row.getString("withdrawn_reason"),
                row.getString("version_id"),
                row.getString("text"),
                media == null ? List.of() : RowJson.readInner(media, Media.class),
                row.getOffsetDateTime("at").toInstant());
    }
}
