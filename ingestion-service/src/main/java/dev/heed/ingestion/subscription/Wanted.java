package dev.heed.ingestion.subscription;

import dev.heed.ingestion.connection.Connection;
import dev.heed.x.XSubscription;
import dev.heed.x.XWebhook;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What we want X to tell us of an account, and what of it is missing. */
final class Wanted {

    private static final List<String> POSTS =
            List.of("post.mention.create", "post.reply.create", "post.quote.create", "post.delete");
    private static final String MESSAGES = "dm.received";

    private Wanted() {}

    /** Messages only where the owner let us read them. */
    static List<String> types(Connection connection) {
        return connection.allows("dm.read")
                ? Stream.concat(POSTS.stream(), Stream.of(MESSAGES)).toList()
                : POSTS;
    }

    static List<String> missing(Connection connection, XWebhook webhook, List<XSubscription> there) {
        Set<String> told = there.stream()
                .filter(subscription ->
                        subscription.userId().equals(connection.account().value())
                                && webhook.id().equals(subscription.webhookId()))
                .map(XSubscription::type)
                .collect(Collectors.toSet());
        return types(connection).stream().filter(type -> !told.contains(type)).toList();
    }

    /** Those of our kinds that lead elsewhere, or are of accounts that are connected no longer. */
    static List<XSubscription> stale(List<Connection> connected, XWebhook webhook, List<XSubscription> there) {
        Set<String> users = connected.stream()
                .map(connection -> connection.account().value())
                .collect(Collectors.toSet());
        return there.stream()
                .filter(subscription -> {
                    boolean ours = users.contains(subscription.userId());
                    boolean here = webhook.id().equals(subscription.webhookId());
                    boolean kind = POSTS.contains(subscription.type())
                            || subscription.type().equals(MESSAGES);
                    // what somebody else lets X deliver to another address is none of our business
                    return kind && (here ? !ours : ours && subscription.webhookId() == null);
                })
                .toList();
    }
}
