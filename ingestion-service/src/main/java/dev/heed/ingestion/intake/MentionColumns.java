package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Attached;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Post;
import dev.heed.ingestion.mention.Watched;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Mentions as one statement's parameters: an array for each column of the table. The database reads arrays at a fraction of
 * what the same rows cost it as JSON.
 */
final class MentionColumns {

    static final String NAMES = """
            post_id, first_id, account_id, account_handle, text, author_id, author_handle, author_name, created_at, \
            conversation_id, in_reply_to_post_id, in_reply_to_user_id, quoted_post_id, lang, media, kind, addressed, \
            watch_id, watch_name, by_api, by_api_why, heard_at, via, traceparent""";

    /** The rows as {@code heard}, with their number {@code n}. */
    static final String TOLD = """
             from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
               $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[]::json[],
               $16::text[], $17::boolean[], $18::text[], $19::text[], $20::boolean[], $21::text[], $22::timestamptz[],
               $23::text[], $24::text[]) with ordinality as heard(%s, n)
            """.formatted(NAMES);

    private final List<Map.Entry<String, Heard>> rows;

    private MentionColumns(Map<String, Heard> byFirstId) {
        this.rows = List.copyOf(byFirstId.entrySet());
    }

    /** @param byFirstId in the order in which they are numbered */
    static Object[] of(Map<String, Heard> byFirstId) {
        MentionColumns columns = new MentionColumns(byFirstId);
        return new Object[] {
            columns.ofPost(Post::id),
            columns.rows.stream().map(Map.Entry::getKey).toArray(String[]::new),
            columns.of(mention -> mention.account().value()),
            columns.of(Mention::accountHandle),
            columns.ofPost(Post::text),
            columns.ofPost(Post::authorId),
            columns.ofPost(Post::authorHandle),
            columns.ofPost(Post::authorName),
            columns.times(mention -> mention.post().createdAt()),
            columns.ofPost(Post::conversationId),
            columns.ofPost(Post::inReplyToPostId),
            columns.ofPost(Post::inReplyToUserId),
            columns.ofPost(Post::quotedPostId),
            columns.ofPost(Post::lang),
            columns.ofPost(MentionColumns::media),
            columns.of(mention -> mention.kind().word()),
            columns.flags(Mention::addressed),
            columns.ofWatch(Watched::id),
            columns.ofWatch(Watched::name),
            columns.flags(mention -> mention.answerable().byApi()),
            columns.of(mention -> mention.answerable().why()),
            columns.times(Mention::heardAt),
            columns.of(mention -> mention.via().word()),
            columns.of(Mention::traceparent)
        };
    }

    private @Nullable String[] of(Function<Mention, @Nullable String> column) {
        return rows.stream().map(row -> column.apply(row.getValue().mention())).toArray(String[]::new);
    }

    private @Nullable String[] ofPost(Function<Post, @Nullable String> column) {
        return of(mention -> column.apply(mention.post()));
    }

    private @Nullable String[] ofWatch(Function<Watched, String> column) {
        return of(mention -> mention.watch() == null ? null : column.apply(mention.watch()));
    }

    private Boolean[] flags(Function<Mention, Boolean> column) {
        return rows.stream().map(row -> column.apply(row.getValue().mention())).toArray(Boolean[]::new);
    }

    private OffsetDateTime[] times(Function<Mention, Instant> column) {
        return rows.stream()
                .map(row -> column.apply(row.getValue().mention()).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static @Nullable String media(Post post) {
        JsonArray media = Attached.json(post.media());
        return media == null ? null : media.encode();
    }
}
