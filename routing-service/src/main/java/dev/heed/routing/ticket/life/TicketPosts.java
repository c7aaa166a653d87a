package dev.heed.routing.ticket.life;

import dev.heed.routing.post.PostOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the customer wrote on a ticket, by id, each list from the oldest.
 *
 * @param publicIds posts that everybody could see; withdrawn ones too
 * @param messageIds direct messages
 * @param withdrawnIds those of the posts that X does not show any longer
 */
public record TicketPosts(List<String> publicIds, List<String> messageIds, List<String> withdrawnIds) {

    public TicketPosts {
        publicIds = List.copyOf(publicIds);
        messageIds = List.copyOf(messageIds);
        withdrawnIds = List.copyOf(withdrawnIds);
    }

    static TicketPosts of(HeardPost first) {
        return new TicketPosts(List.of(), List.of(), List.of()).with(first);
    }

    /** With one more. */
    public TicketPosts with(HeardPost post) {
        return post.isPrivate()
                ? new TicketPosts(publicIds, sorted(messageIds, List.of(post.id())), withdrawnIds)
                : new TicketPosts(sorted(publicIds, List.of(post.id())), messageIds, withdrawnIds);
    }

    /** After these were withdrawn. */
    TicketPosts withdrawn(Collection<String> ids) {
        return new TicketPosts(publicIds, messageIds, sorted(withdrawnIds, ids));
    }

    /** Whether all of it was withdrawn. */
    boolean nothingStands() {
        return messageIds.isEmpty() && withdrawnIds.containsAll(publicIds);
    }

    /** The customer's latest public post that can still be answered. */
    public Optional<String> latestStanding() {
        return publicIds.reversed().stream()
                .filter(Predicate.not(withdrawnIds::contains))
                .findFirst();
    }

    private static List<String> sorted(List<String> known, Collection<String> more) {
        var all = new ArrayList<>(
                new LinkedHashSet<>(Stream.concat(known.stream(), more.stream()).toList()));
        all.sort(PostOrder.OLDEST_FIRST);
        return all;
    }
}
