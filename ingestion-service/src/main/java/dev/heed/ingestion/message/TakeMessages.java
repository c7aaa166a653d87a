package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import dev.heed.x.XMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes messages in, however they came: those not heard before are stored and announced; the rest does nothing. */
@ApplicationScoped
public class TakeMessages {

    private final Messages messages;
    private final MessageCursors cursors;
    private final MeterRegistry meters;
    private final Clock clock;

    TakeMessages(Messages messages, MessageCursors cursors, MeterRegistry meters, Clock clock) {
        this.messages = messages;
        this.cursors = cursors;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Writes, in the caller's transaction.
     *
     * @param ours all accounts that are ours: what they sent is not received
     * @return how many are new
     */
    public Uni<Integer> take(
            SqlConnection connection, Account receiver, List<Account> ours, Via via, List<XMessage> shown) {
        Receiving receiving = new Receiving(receiver, ours, via, clock.instant());
        List<Message> heard = shown.stream()
                .sorted(Comparator.comparing(XMessage::createdAt).thenComparing(XMessage::id))
                .map(receiving::of)
                .flatMap(Optional::stream)
                .toList();
        Uni<Void> told = shown.stream()
                .filter(receiving::isSealed)
                .map(XMessage::createdAt)
                .max(Comparator.naturalOrder())
                .map(last -> cursors.sealed(connection, receiver.id(), last))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return told.chain(() -> messages.add(connection, heard))
                .invoke(fresh -> meters.counter("heed.ingestion.messages", "account", receiver.handle())
                        .increment(fresh));
    }
}
