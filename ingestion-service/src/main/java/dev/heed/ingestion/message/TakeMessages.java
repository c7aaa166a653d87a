package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.AuthorContexts;
import dev.heed.ingestion.mention.AuthorContexts.Author;
import dev.heed.x.XMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes messages in, however they came: those not heard before are stored and announced; the rest does nothing. */
@ApplicationScoped
public class TakeMessages {

    private final Messages messages;
    private final MessageCursors cursors;
    private final AuthorContexts authors;
    private final MeterRegistry meters;
    private final Clock clock;

    TakeMessages(Messages messages, MessageCursors cursors, AuthorContexts authors, MeterRegistry meters, Clock clock) {
        this.messages = messages;
        this.cursors = cursors;
        this.authors = authors;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Asks whatever must be asked of others, before the transaction, for those that may be news only.
     *
     * @param ours all accounts that are ours: what they sent is not received
     */
    public Uni<GatheredMessages> gather(Account receiver, List<Account> ours, Via via, List<XMessage> shown) {
        Receiving receiving = new Receiving(receiver, ours, via, clock.instant());
        Optional<Instant> sealed = shown.stream()
                .filter(receiving::isSealed)
                .map(XMessage::createdAt)
                .max(Comparator.naturalOrder());
        return messages.known(shown.stream().map(XMessage::id).toList())
                .chain(known -> around(
                        receiver,
                        shown.stream()
                                .filter(message -> !known.contains(message.id()))
                                .sorted(Comparator.comparing(XMessage::createdAt)
                                        .thenComparing(XMessage::id))
                                .toList(),
                        receiving))
                .map(heard -> new GatheredMessages(receiver, heard, sealed));
    }

    /**
     * Writes, in the caller's transaction.
     *
     * @return how many are new
     */
    public Uni<Integer> take(SqlConnection connection, GatheredMessages gathered) {
        Account receiver = gathered.receiver();
        Uni<Void> told = gathered.sealed()
                .map(last -> cursors.sealed(connection, receiver.id(), last))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return told.chain(() -> messages.add(connection, gathered.heard()))
                .invoke(fresh -> meters.counter("heed.ingestion.messages", "account", receiver.handle())
                        .increment(fresh));
    }

    private Uni<List<HeardMessage>> around(Account receiver, List<XMessage> fresh, Receiving receiving) {
        Set<Author> senders =
                fresh.stream().map(message -> sender(receiver, message)).collect(Collectors.toSet());
        return senders.isEmpty()
                ? Uni.createFrom().item(List.of())
                : authors.of(senders).map(known -> heard(receiver, fresh, receiving, known));
    }

    private static List<HeardMessage> heard(
            Account receiver, List<XMessage> fresh, Receiving receiving, Map<Author, AuthorContext> known) {
        return fresh.stream()
                .flatMap(shown -> receiving.of(shown).stream()
                        .map(message -> new HeardMessage(
                                message,
                                shown.media(),
                                known.getOrDefault(sender(receiver, shown), AuthorContext.UNKNOWN))))
                .toList();
    }

    private static Author sender(Account receiver, XMessage message) {
        return new Author(receiver.id(), message.senderId(), message.sender());
    }
}
