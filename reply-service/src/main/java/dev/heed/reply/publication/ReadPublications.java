package dev.heed.reply.publication;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
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

    /** Newest first, what is to be read for a page; {@code state} null for all. */
    Uni<List<Publication>> page(@Nullable String state, PageRequest<UUID> page) {
        return transactions.inSession(session -> publications.page(session, state, page));
    }
}
