package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import dev.heed.messaging.Trace;
import dev.heed.x.XMessage;
import dev.heed.x.XUser;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a received message of what X shows. What our own accounts sent is not received; what X shows without its text, as an
 * encrypted message, cannot be.
 *
 * @param receiver whose messages they are
 * @param ours all accounts that are ours
 */
record Receiving(Account receiver, List<Account> ours, Via via, Instant at) {

    Optional<Message> of(XMessage shown) {
        String text = shown.text();
        if (text == null || isOurs(shown.senderId())) {
            return Optional.empty();
        }
        XUser sender = shown.sender();
        return Optional.of(new Message(
                receiver.id(),
                receiver.handle(),
                shown.id(),
                conversation(shown),
                shown.senderId(),
                sender == null ? null : sender.username(),
                sender == null ? null : sender.name(),
                text,
                shown.attached(),
                shown.createdAt(),
                at,
                via,
                Trace.continueFrom(null)));
    }

    /** Whether a customer wrote something that X does not let us read. */
    boolean isSealed(XMessage shown) {
        return shown.text() == null && !isOurs(shown.senderId());
    }

    private boolean isOurs(String user) {
        return ours.stream().anyMatch(account -> account.id().value().equals(user));
    }

    /** As X names a conversation of two: both ids, the smaller first. */
    private String conversation(XMessage shown) {
        @Nullable String told = shown.conversationId();
        return told != null
                ? told
                : Stream.of(shown.senderId(), receiver.id().value())
                        .map(BigInteger::new)
                        .sorted()
                        .map(BigInteger::toString)
                        .collect(Collectors.joining("-"));
    }
}
