package dev.heed.ingestion.author;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.AuthorContexts.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What authors wrote before, in public and in private, read out of what was heard: one query for all of them. */
@ApplicationScoped
class Histories {

    private static final String OF = """
            select asked.account_id, asked.author_id, count(*) as times, min(heard.heard_at) as first
              from unnest($1::text[], $2::text[]) as asked (account_id, author_id)
              join lateral (
                select heard_at from mention where account_id = asked.account_id and author_id = asked.author_id
                union all
                select heard_at from message where account_id = asked.account_id and sender_id = asked.author_id
              ) heard on true
             group by asked.account_id, asked.author_id
            """;

    /** An author, of an account. */
    record Key(AccountId account, String author) {}

    private final Pool pool;

    Histories(Pool pool) {
        this.pool = pool;
    }

    /** Who never wrote is not in it. */
    Uni<Map<Key, History>> of(Collection<Author> authors) {
        String[] accounts =
                authors.stream().map(author -> author.account().value()).toArray(String[]::new);
        String[] ids = authors.stream().map(Author::id).toArray(String[]::new);
        return pool.preparedQuery(OF).execute(Tuple.of(accounts, ids)).map(rows -> {
            Map<Key, History> histories = new HashMap<>();
            rows.forEach(row -> histories.put(key(row), history(row)));
            return histories;
        });
    }

    private static Key key(Row row) {
        return new Key(new AccountId(row.getString("account_id")), row.getString("author_id"));
    }

    private static History history(Row row) {
        OffsetDateTime first = row.getOffsetDateTime("first");
        int times = (int) Math.min(Integer.MAX_VALUE, row.getLong("times"));
        return new History(times, first == null ? null : first.toInstant());
    }
}
