package dev.heed.reply.publication;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.web.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows leads what is under way and what became of it. */
@ApplicationScoped
class ReadPublications {
    private final Transactions transactions;
    private final Publications publications;

    ReadPublications(Transactions transactions, Publications publications) {
        this.transactions = transactions;
        this.publications = publications;
    }

    /** Newest first, one more than the limit if there is more; {@code state} null for all. */
    Uni<List<Publication>> page(@Nullable String state, Cursor cursor, int limit) {
        return transactions.inSession(session -> publications.page(session, state, cursor, limit));
    }
}
