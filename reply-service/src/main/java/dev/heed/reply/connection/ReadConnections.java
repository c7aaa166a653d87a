package dev.heed.reply.connection;

import dev.heed.messaging.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows which accounts are connected, without any secret. */
@ApplicationScoped
class ReadConnections {
    private final Transactions transactions;
    private final Connections connections;

    ReadConnections(Transactions transactions, Connections connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    Uni<List<ConnectionView>> all() {
        return transactions.inSession(session -> connections
                .all(session)
                .map(rows -> rows.stream().map(ReadConnections::view).toList()));
    }

    private static ConnectionView view(ConnectionRow row) {
        return new ConnectionView(
                new ConnectionView.Account(row.accountId, row.accountHandle),
                row.status,
                row.detail,
                List.of(row.scopes.split(" ")),
                row.connectedBy,
                row.connectedAt,
                row.expiresAt);
    }
}
