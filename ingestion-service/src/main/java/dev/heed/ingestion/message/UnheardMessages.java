package dev.heed.ingestion.message;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.connection.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Says in words which messages are not heard, for whoever asks how we are. */
@ApplicationScoped
public class UnheardMessages {

    private final Connections connections;
    private final MessageCursors cursors;

    UnheardMessages(Connections connections, MessageCursors cursors) {
        this.connections = connections;
        this.cursors = cursors;
    }

    /** Empty where all messages that X shows are heard. */
    public Uni<Optional<String>> of(AccountId account) {
        return connections.find(account).chain(found -> {
            Optional<String> right = withoutRight(found);
            return right.isPresent() ? Uni.createFrom().item(right) : cursors.unheard(account);
        });
    }

    private static Optional<String> withoutRight(Optional<Connection> found) {
        if (found.isEmpty()) {
            return Optional.of(
                    "Direct messages are not heard: the account is not connected (POST /api/ingestion/connections)");
        }
        Connection connection = found.get();
        if (!connection.isConnected()) {
            return Optional.of("Direct messages are not heard: " + connection.detail());
        }
        return connection.allows(MessageSources.SCOPE)
                ? Optional.empty()
                : Optional.of("Direct messages are not heard: its owner did not allow dm.read; connect it again");
    }
}
