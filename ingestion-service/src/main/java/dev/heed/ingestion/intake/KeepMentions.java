package dev.heed.ingestion.intake;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.Kind;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Watched;
import dev.heed.messaging.Event;
import dev.heed.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Stores what was heard and announces it: each post once, each newer version of it once. */
@ApplicationScoped
public class KeepMentions {

    private static final String ADD = "insert into mention (" + MentionColumns.NAMES + ") select "
            + MentionColumns.NAMES + MentionColumns.TOLD + """
             order by n
            on conflict (first_id) do nothing
            returning first_id
            """;
    /** It speaks to its account now, or may be answered, and did not before. What has once spoken to us stays so. */
    private static final String TURNED =
            "heard.account_id = kept.account_id and (heard.addressed, heard.by_api) > (kept.addressed, kept.by_api)";
    /** The newest version wins, whichever comes last; what was taken back stays erased. */
    private static final String EDIT = """
            update mention kept set post_id = heard.post_id, text = heard.text, lang = heard.lang, media = heard.media,
              kind = case when %1$s then heard.kind else kept.kind end,
              addressed = case when %1$s then heard.addressed else kept.addressed end,
              by_api = case when %1$s then heard.by_api else kept.by_api end,
              by_api_why = case when %1$s then heard.by_api_why else kept.by_api_why end
            """.formatted(TURNED) + MentionColumns.TOLD + """
             where kept.first_id = heard.first_id and kept.withdrawn_at is null
              and (length(heard.post_id), heard.post_id collate "C") > (length(kept.post_id), kept.post_id collate "C")
            returning kept.first_id, kept.account_id, kept.account_handle, kept.conversation_id, kept.traceparent,
              kept.kind, kept.addressed, kept.by_api, kept.by_api_why
            """;

    private static final String WATCHED = """
            update mention set watch_id = $1, watch_name = $2
            where watch_id is null
              and first_id in (select first_id from mention_version where version_id = any($3))
            """;

    private final KeepVersions versions;
    private final Outbox outbox;

    KeepMentions(KeepVersions versions, Outbox outbox) {
        this.versions = versions;
        this.outbox = outbox;
    }

    /**
     * Stores those that were not heard before, and newer versions of those that were, and announces each, in the
     * connection's transaction. What is no news does nothing.
     *
     * @param heard oldest first
     * @return the mentions that are new, oldest first; versions are not among them
     */
    public Uni<List<Mention>> add(SqlConnection connection, List<Heard> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return versions.note(connection, heard).chain(chains -> {
            Map<String, Heard> newest = chains.newest(heard);
            return insert(connection, newest)
                    .chain(fresh -> edits(connection, newest, fresh)
                            .chain(edits -> announce(connection, pick(newest, fresh), edits)));
        });
    }

    /** Remembers that a watch found these too; one that is remembered already stays. */
    public Uni<Void> watched(SqlConnection connection, Watched watch, Collection<String> postIds) {
        return postIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(WATCHED)
                        .execute(Tuple.of(watch.id(), watch.name(), postIds.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Set<String>> insert(SqlConnection connection, Map<String, Heard> newest) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.from(MentionColumns.of(newest)))
                .map(rows -> {
                    Set<String> added = new HashSet<>();
                    rows.forEach(row -> added.add(row.getString("first_id")));
                    return added;
                });
    }

    private static Uni<List<Edit>> edits(SqlConnection connection, Map<String, Heard> newest, Set<String> fresh) {
        Map<String, Heard> versions = new HashMap<>(newest);
        versions.keySet().removeAll(fresh);
        if (versions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(EDIT)
                .execute(Tuple.from(MentionColumns.of(versions)))
                .map(rows -> {
                    List<Edit> edits = new ArrayList<>();
                    rows.forEach(row -> edits.add(edit(row, versions)));
                    return edits;
                });
    }

    private static Edit edit(Row row, Map<String, Heard> versions) {
        String firstId = row.getString("first_id");
        Mention version = Objects.requireNonNull(versions.get(firstId)).mention();
        return new Edit(
                new AccountId(row.getString("account_id")),
                row.getString("account_handle"),
                firstId,
                row.getString("conversation_id"),
                version.post(),
                Kind.of(row.getString("kind")),
                row.getBoolean("addressed"),
                new Answerable(row.getBoolean("by_api"), row.getString("by_api_why")),
                version.heardAt(),
                row.getString("traceparent"));
    }

    private static List<Heard> pick(Map<String, Heard> newest, Set<String> fresh) {
        return newest.entrySet().stream()
                .filter(entry -> fresh.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Uni<List<Mention>> announce(SqlConnection connection, List<Heard> fresh, List<Edit> edits) {
        List<Event> events = Stream.concat(
                        AuthorTally.inOrder(fresh).stream().map(MentionReceivedV2::event),
                        edits.stream().map(MentionEditedV1::event))
                .toList();
        return outbox.append(connection, events)
                .replaceWith(fresh.stream().map(Heard::mention).toList());
    }
}
