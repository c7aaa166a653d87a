package dev.heed.ingestion.mention;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What X shows of an author, and what we heard of them: enough where nobody else knows more. */
@DefaultBean
@ApplicationScoped
class HeardBefore implements AuthorContexts {

    private static final String BEFORE = """
            select account_id, author_id, count(*) as heard, min(heard_at) as first_heard_at from mention
            where account_id = any($1) and author_id = any($2) group by account_id, author_id
            """;

    private final Pool pool;

    HeardBefore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<Author, AuthorContext>> of(Collection<Author> authors) {
        if (authors.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(
                        authors.stream()
                                .map(author -> author.account().value())
                                .distinct()
                                .toArray(String[]::new),
                        authors.stream().map(Author::id).distinct().toArray(String[]::new)))
                .map(rows -> {
                    Map<List<String>, Row> before = new HashMap<>();
                    rows.forEach(
                            row -> before.put(List.of(row.getString("account_id"), row.getString("author_id")), row));
                    Map<Author, AuthorContext> known = new HashMap<>();
                    authors.forEach(author -> known.put(
                            author,
                            context(author, before.get(List.of(author.account().value(), author.id())))));
                    return known;
                });
    }

    private static AuthorContext context(Author author, @Nullable Row before) {
        var shown = author.shown();
        return new AuthorContext(
                shown == null ? null : shown.followers(),
                shown == null ? null : shown.verified(),
                shown == null ? null : shown.verifiedType(),
                shown == null ? null : shown.createdAt(),
                before == null ? 0 : before.getInteger("heard"),
                before == null
                        ? null
                        : before.getOffsetDateTime("first_heard_at").toInstant(),
                null);
    }
}
