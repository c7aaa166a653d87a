package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.HeardPost;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owned a customer's latest ticket with an account. */
public record KnownOwners(Map<String, String> byAccountAndCustomer) {

    /** The known owner of the post's author, if there is one. */
    public @Nullable String of(HeardPost post) {
        return byAccountAndCustomer.get(key(post.account().id(), post.author().id()));
    }

    /** From now on this is the customer's known owner. */
    public void remember(String accountId, String customerId, String owner) {
        byAccountAndCustomer.put(key(accountId, customerId), owner);
    }

    private static String key(String accountId, String customerId) {
        return accountId + " " + customerId;
    }
}
