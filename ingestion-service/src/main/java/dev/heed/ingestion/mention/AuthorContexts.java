package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountId;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells who wrote. Asked for all authors of a page at once, before the page's transaction begins, since an answer may come
 * from outside.
 */
public interface AuthorContexts {

    /**
     * Somebody who wrote to, or about, an account.
     *
     * @param id X's id of the user
     * @param shown the user as X showed it; null where X did not
     */
    record Author(AccountId account, String id, @Nullable XUser shown) {}

    /**
     * What is known of each before any post of this page: see {@link AuthorContext#afterOneMore} for an author who has
     * several. What the world outside does not tell in time is left out; it fails only where our own
     * database does. Has an entry for each author asked for.
     */
    Uni<Map<Author, AuthorContext>> of(Collection<Author> authors);
}
