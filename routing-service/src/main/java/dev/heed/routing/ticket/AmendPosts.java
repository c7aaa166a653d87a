package dev.heed.routing.ticket;

import dev.heed.routing.post.Answerable;
import dev.heed.routing.post.EditedPost;
import dev.heed.routing.post.WithdrawnPost;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to what became of posts on X: the newest version alone is kept of an edited one, nothing of a withdrawn one.
 *
 * <p>Runs in its caller's transaction, which holds {@link Posts#lockForChanging}. Each change raises its ticket's version
 * and is told. A change that came before its post waits for it.
 */
@ApplicationScoped
public class AmendPosts {

    private static final String REWRITE = """
            update ticket_post
               set text = $3, media = $4, evidence = null, version_id = $2, edited_at = $5, kind = coalesce($7, kind),
                   addressed = coalesce($8, addressed), by_api = coalesce($9, by_api), by_api_why = coalesce($10, by_api_why)
             where first_id in ($1, $6) and withdrawn_at is null
               and (length(version_id), version_id) < (length($2), $2)
            returning id, ticket_id
            """;
    private static final String NOTE_VERSIONS = """
            insert into post_version (version_id, first_id)
            select id, $1 from unnest($2::text[]) as id where id <> $1 order by id
            on conflict do nothing
            """;
    /** Under whichever version they stand. What is newer than all that is known here stays until its own edit comes. */
    private static final String REWRITE_PARENT = """
            with known as (
                select version_id, text from ticket_post where first_id = any ($1) and withdrawn_at is null
                union all
                select version_id, text from post_ahead where post_id = any ($1) and text is not null),
            newest as (select * from known order by length(version_id) desc, version_id desc limit 1)
            update ticket_post answer set parent_text = newest.text from newest
             where answer.parent_id = any (array(select version_id from post_version where first_id = any ($1)) || $1::text[])
               and answer.parent_text <> newest.text
               and (length(answer.parent_id), answer.parent_id) <= (length(newest.version_id), newest.version_id)
            returning answer.ticket_id
            """;

    private static final String IS_KNOWN = "select 1 from ticket_post where first_id in ($1, $2)";
    private static final String EDITED_AHEAD = """
            insert into post_ahead (post_id, version_id, text, media, at)
            select $1, $2, $3, $4, $5
             where not exists (select from post_ahead where post_id in ($2, $6) and withdrawn_reason is not null)
            on conflict (post_id) do update
               set version_id = excluded.version_id, text = excluded.text, media = excluded.media, at = excluded.at
             where post_ahead.withdrawn_reason is null
               and (length(post_ahead.version_id), post_ahead.version_id)
                 < (length(excluded.version_id), excluded.version_id)
            """;
    /** Of any version: X deletes the whole chain with one. */
    private static final String ERASE = """
            update ticket_post
               set text = '', media = null, evidence = null, withdrawn_reason = $2, withdrawn_at = $3
             where (id = any ($1) or first_id = any ($1) or version_id = any ($1))
               and withdrawn_at is null and kind <> 'message'
            returning id, first_id, version_id, ticket_id
            """;

    private static final String ERASE_PARENT = """
            update ticket_post
               set parent_text = null, parent_author_id = null, parent_author_handle = null, parent_created_at = null,
                   parent_withdrawn = $2
             where parent_id = any ($1) and parent_withdrawn is null
            returning ticket_id
            """;
    private static final String WITHDRAWN_AHEAD = """
            insert into post_ahead (post_id, withdrawn_reason, at)
            select id, $2, $3 from unnest($1::text[]) as id order by id
            on conflict (post_id) do update
               set withdrawn_reason = coalesce(post_ahead.withdrawn_reason, excluded.withdrawn_reason),
                   version_id = null, text = null, media = null
            """;
    private static final String ANSWERED = "select distinct ticket_id from ticket_reply where ticket_id = any ($1)";

    private final TicketBatch tickets;
    private final InstantSource time;

    AmendPosts(TicketBatch tickets, InstantSource time) {
        this.tickets = tickets;
        this.time = time;
    }

    /**
     * The post reads otherwise now. Versions may come in any order: the newest wins.
     *
     * @return the posts on tickets that read otherwise
     */
    public Uni<List<String>> rewrite(SqlConnection connection, EditedPost edited) {
        @Nullable String media = edited.media().isEmpty() ? null : RowJson.writeInner(edited.media());
        @Nullable Answerable answerable = edited.answerable();
        Tuple version = Tuple.tuple()
                .addString(edited.firstId())
                .addString(edited.id())
                .addString(edited.text())
                .addString(media)
                .addOffsetDateTime(edited.at().atOffset(ZoneOffset.UTC))
                .addString(edited.previousId())
                .addString(edited.kind())
                .addBoolean(edited.addressed())
                .addBoolean(answerable == null ? null : answerable.byApi())
                .addString(answerable == null ? null : answerable.why());
        return connection
                .preparedQuery(REWRITE)
                .execute(version)
                .call(rows -> rows.size() > 0 ? Uni.createFrom().voidItem() : ahead(connection, edited, media))
                .call(rows -> noteVersions(connection, edited.firstId(), edited.previousId(), edited.id())
                        .chain(() -> rewriteParents(connection, edited.firstId(), edited.previousId()))
                        .chain(parents -> tell(
                                connection,
                                withParents(postsByTicket(rows), parents),
                                (ticket, ids, now) ->
                                        ticket.edited(ids.isEmpty() ? edited.id() : ids.getFirst(), now))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("id"))
                        .toList());
    }

    /** The post was heard in a later version than its first: to whoever answered an earlier one, that is an edit. */
    public Uni<Void> reachAnswers(SqlConnection connection, HeardPost post) {
        String firstId = post.version().firstId();
        return noteVersions(connection, firstId, post.id())
                .chain(() -> rewriteParents(connection, firstId))
                .chain(parents -> tell(
                        connection,
                        withParents(new TreeMap<>(), parents),
                        (ticket, ids, now) -> ticket.edited(post.id(), now)));
    }

    private static Uni<Void> noteVersions(SqlConnection connection, String firstId, String... versions) {
        return connection
                .preparedQuery(NOTE_VERSIONS)
                .execute(Tuple.of(firstId, versions))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> rewriteParents(SqlConnection connection, String... firstIds) {
        return connection.preparedQuery(REWRITE_PARENT).execute(Tuple.tuple().addArrayOfString(firstIds));
    }

    /** An older version than the one that we hold is nothing new; one of a post that was not heard waits for it. */
    private static Uni<Void> ahead(SqlConnection connection, EditedPost edited, @Nullable String media) {
        var at = edited.at().atOffset(ZoneOffset.UTC);
        return connection
                .preparedQuery(IS_KNOWN)
                .execute(Tuple.of(edited.firstId(), edited.previousId()))
                .chain(known -> known.size() > 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(EDITED_AHEAD)
                                .execute(Tuple.of(
                                        edited.firstId(), edited.id(), edited.text(), media, at, edited.previousId()))
                                .replaceWithVoid());
    }

    /**
     * Nothing of the post is kept, with itself or beside those that answer the versions named here, nor will any of it be
     * taken in again. Ingestion tells of every version by itself.
     */
    public Uni<Void> erase(SqlConnection connection, WithdrawnPost withdrawn) {
        var at = withdrawn.at().atOffset(ZoneOffset.UTC);
        Set<String> ids = new HashSet<>(List.of(withdrawn.id(), withdrawn.firstId()));
        return connection
                .preparedQuery(ERASE)
                .execute(Tuple.of(ids.toArray(String[]::new), withdrawn.reason(), at))
                .chain(erased -> {
                    erased.forEach(row ->
                            List.of("id", "first_id", "version_id").forEach(column -> ids.add(row.getString(column))));
                    Tuple gone = Tuple.of(ids.toArray(String[]::new), withdrawn.reason());
                    return connection
                            .preparedQuery(ERASE_PARENT)
                            .execute(gone)
                            .chain(parents -> connection
                                    .preparedQuery(WITHDRAWN_AHEAD)
                                    .execute(Tuple.of(ids.toArray(String[]::new), withdrawn.reason(), at))
                                    .chain(() ->
                                            tell(connection, withdrawn, withParents(postsByTicket(erased), parents))));
                });
    }

    private Uni<Void> tell(SqlConnection connection, WithdrawnPost withdrawn, Map<TicketId, List<String>> posts) {
        UUID[] ids = posts.keySet().stream().map(TicketId::value).toArray(UUID[]::new);
        return connection.preparedQuery(ANSWERED).execute(Tuple.of(ids)).chain(rows -> {
            Set<TicketId> answered = new HashSet<>();
            rows.forEach(row -> answered.add(new TicketId(row.getUUID("ticket_id"))));
            return tell(
                    connection,
                    posts,
                    (ticket, of, now) -> ticket.withdrawn(of, withdrawn, answered.contains(ticket.id()), now));
        });
    }

    @FunctionalInterface
    private interface Change {
        TicketChange of(Ticket ticket, List<String> posts, Instant now);
    }

    private Uni<Void> tell(SqlConnection connection, Map<TicketId, List<String>> posts, Change change) {
        if (posts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return tickets.lockAll(connection, posts.keySet()).chain(locked -> {
            List<TicketChange> changes = posts.entrySet().stream()
                    .map(entry -> change.of(Objects.requireNonNull(locked.get(entry.getKey())), entry.getValue(), now))
                    .toList();
            return tickets.save(connection, changes).invoke(() -> TicketLog.tell(changes));
        });
    }

    private static Map<TicketId, List<String>> postsByTicket(RowSet<Row> rows) {
        var posts = new TreeMap<TicketId, List<String>>();
        rows.forEach(row -> posts.computeIfAbsent(new TicketId(row.getUUID("ticket_id")), id -> new ArrayList<>())
                .add(row.getString("id")));
        return posts;
    }

    /** Together with the tickets of which only what a post answers has changed. */
    private static Map<TicketId, List<String>> withParents(Map<TicketId, List<String>> posts, RowSet<Row> parents) {
        parents.forEach(row -> posts.putIfAbsent(new TicketId(row.getUUID("ticket_id")), List.of()));
        return posts;
    }
}
