package dev.heed.ingestion.consent;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.ConsentSecret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Consents that were asked for and not yet given; each is good once, for ten minutes. */
@ApplicationScoped
class Consents {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String ASK =
            "insert into consent (state_hash, account_id, code_verifier, asked_by, expires_at) values ($1, $2, $3, $4, $5)";
    private static final String TAKE = """
            delete from consent c using account a
            where c.state_hash = $1 and c.expires_at >= $2 and a.id = c.account_id and a.status <> 'removed'
            returning c.account_id, a.handle, c.code_verifier, c.asked_by
            """;

    private final Pool pool;
    private final Transactions transactions;
    private final Secrets secrets;

    Consents(Pool pool, Transactions transactions, Secrets secrets) {
        this.pool = pool;
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /** One consent on its way. */
    record Consent(AccountId account, String handle, ConsentSecret codeVerifier, String askedBy) {}

    Uni<Void> ask(ConsentSecret state, Consent consent, Instant now) {
        return transactions.inConnection(connection -> connection
                .preparedQuery("delete from consent where expires_at < $1")
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .chain(() -> connection
                        .preparedQuery(ASK)
                        .execute(Tuple.of(
                                Buffer.buffer(state.sha256()),
                                consent.account().value(),
                                Buffer.buffer(
                                        secrets.seal(consent.codeVerifier().text(), purpose(consent.account()))),
                                consent.askedBy(),
                                now.plus(LIFE).atOffset(ZoneOffset.UTC))))
                .replaceWithVoid());
    }

    /** Takes the consent that belongs to a state; nobody can take it again. */
    Uni<Optional<Consent>> take(ConsentSecret state, Instant now) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(Buffer.buffer(state.sha256()), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(consent(rows.iterator().next())));
    }

    private Consent consent(Row row) {
        AccountId account = new AccountId(row.getString("account_id"));
        return new Consent(
                account,
                row.getString("handle"),
                new ConsentSecret(secrets.open(row.getBuffer("code_verifier").getBytes(), purpose(account))),
                row.getString("asked_by"));
    }

    private static String purpose(AccountId account) {
        return "consent/" + account;
    }
}
