package dev.heed.ingestion.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.AuthorContexts;
import dev.heed.ingestion.mention.AuthorContexts.Author;
import dev.heed.x.XUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Parts
class TellWhoWroteComponentTest {

    private static final AccountId HOOLI = new AccountId("8801");
    private static final AccountId PIED_PIPER = new AccountId("8802");
    private static final Instant FIRST = Instant.parse("2026-11-01T10:00:00Z");
    private static final XUser JO =
            new XUser("70", "jo", "Jo", 12_000L, true, "blue", Instant.parse("2012-02-03T04:05:06Z"), false);

    @Inject
    AuthorContexts authors;

    @Inject
    Pool pool;

    @BeforeEach
    void hear() {
        pool.query("delete from mention where account_id in ('8801', '8802')").executeAndAwait();
        pool.query("delete from message where account_id in ('8801', '8802')").executeAndAwait();
        pool.query("insert into account (id, handle, name, status, registered_at) values"
                        + " ('8801', 'hooli', 'Hooli', 'active', now()), ('8802', 'piedpiper', 'PP', 'active', now())"
                        + " on conflict do nothing")
                .executeAndAwait();
        heard("880100", HOOLI, "70", FIRST);
        heard("880101", HOOLI, "70", FIRST.plusSeconds(60));
        heard("880102", PIED_PIPER, "70", FIRST.plusSeconds(90));
        heard("880103", HOOLI, "71", FIRST.plusSeconds(120));
    }

    @Test
    void whoWroteIsToldWithReachAndHistoryOfEachAccountApart() {
        Author toHooli = new Author(HOOLI, "70", JO);
        Author toPiedPiper = new Author(PIED_PIPER, "70", JO);
        Author unshown = new Author(HOOLI, "71", null);
        Author stranger = new Author(HOOLI, "72", new XUser("72", "new", "New"));

        Map<Author, AuthorContext> contexts = of(toHooli, toPiedPiper, unshown, stranger);

        assertThat(contexts).containsOnlyKeys(toHooli, toPiedPiper, unshown, stranger);
        assertThat(contexts.get(toHooli))
                .isEqualTo(new AuthorContext(12_000L, true, "blue", JO.createdAt(), 2, FIRST, null));
        assertThat(contexts.get(toPiedPiper))
                .isEqualTo(new AuthorContext(12_000L, true, "blue", JO.createdAt(), 1, FIRST.plusSeconds(90), null));
        assertThat(contexts.get(unshown))
                .isEqualTo(new AuthorContext(null, null, null, null, 1, FIRST.plusSeconds(120), null));
        assertThat(contexts.get(stranger)).isEqualTo(AuthorContext.UNKNOWN);
    }

    @Test
    void theNextMentionOfAPageCountsTheOneBefore() {
        AuthorContext second = AuthorContext.UNKNOWN.afterOneMore(FIRST);
        assertThat(second.mentionsBefore()).isEqualTo(1);
        assertThat(second.firstHeardAt()).isEqualTo(FIRST);
        assertThat(second.afterOneMore(FIRST.plusSeconds(1)).firstHeardAt()).isEqualTo(FIRST);
    }

    @Test
    void nobodyIsNobody() {
        assertThat(of()).isEmpty();
    }

    @Test
    void whatWasSaidInPrivateCountsToo() {
        pool.query("""
                        insert into message (event_id, account_id, conversation_id, sender_id, text, media, created_at,
                          heard_at, via, traceparent)
                        values ('880150', '8801', '70-8801', '70', 'x', 0, now(), '2026-10-01T10:00:00Z', 'poll', '-')
                        on conflict do nothing
                        """).executeAndAwait();
        Author jo = new Author(HOOLI, "70", null);
        assertThat(of(jo).get(jo))
                .isEqualTo(new AuthorContext(null, null, null, null, 3, Instant.parse("2026-10-01T10:00:00Z"), null));
    }

    private Map<Author, AuthorContext> of(Author... asked) {
        return authors.of(List.of(asked)).await().atMost(Duration.ofSeconds(20));
    }

    private void heard(String post, AccountId account, String author, Instant at) {
        pool.query("""
                        insert into mention (post_id, first_id, by_api, by_api_why, account_id, account_handle, text, author_id, author_handle, author_name,
                          created_at, conversation_id, kind, addressed, heard_at, via, traceparent)
                        values ('%s', '%s', true, '-', '%s', 'x', 'hello', '%s', 'a', 'A', now(), '%s', 'mention', true, '%s', 'poll', '-')
                        """.formatted(post, post, account, author, post, at)).executeAndAwait();
    }
}
