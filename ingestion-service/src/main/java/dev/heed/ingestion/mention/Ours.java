package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.Account;
import dev.heed.x.XPost;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own accounts, found by id and by handle: each post of a page is held against all of them. */
public final class Ours {

    private final Map<String, Account> byId = new HashMap<>();
    private final Map<String, Account> listening = new HashMap<>();

    private Ours() {}

    /** @param accounts also those that we no longer listen for; where two share a handle the first one counts */
    static Ours of(List<Account> accounts) {
        Ours ours = new Ours();
        for (Account account : accounts) {
            ours.byId.putIfAbsent(account.id().value(), account);
            if (account.status().listens()) {
                ours.listening.putIfAbsent(account.handle().toLowerCase(Locale.ROOT), account);
            }
        }
        return ours;
    }

    boolean wrote(XPost post) {
        return byId.containsKey(post.authorId());
    }

    /** The account with this id, if we listen for it. */
    Optional<Account> listening(@Nullable String userId) {
        return Optional.ofNullable(byId.get(userId))
                .filter(account -> account.status().listens());
    }

    /** The account that a post names, if we listen for it: by its id where X tells, since handles change hands. */
    Optional<Account> listening(XPost.Named named) {
        return named.id() == null
                ? Optional.ofNullable(listening.get(named.username().toLowerCase(Locale.ROOT)))
                : listening(named.id());
    }

    /** Whether it is this account that a post names. */
    static boolean is(XPost.Named named, Account account) {
        return named.id() == null
                ? named.username().equalsIgnoreCase(account.handle())
                : named.id().equals(account.id().value());
    }
}
