package dev.heed.ingestion.account;

import io.smallrye.mutiny.Uni;

/**
 * What a room has to do when an account is removed: revoke tokens, forget cursors, close gaps. A bean in each room that has
 * something to do. Called after the removal is committed, one after the other, and all of them again and again until none
 * fails; so doing it twice must do no harm.
 *
 * <p>Before one of them is through nobody listens for the account anew, but another may hang meanwhile, and go on when
 * somebody does. So whatever is destroyed is destroyed under {@link #STILL_REMOVED}.
 */
public interface OnRemoval {

    /**
     * SQL condition that an account, $1, is removed. It cannot come back before the statement's transaction ends, since who
     * registers it waits for its row.
     */
    String STILL_REMOVED = "exists (select 1 from account where id = $1 and status = 'removed' for key share)";

    Uni<Void> removed(Account account);
}
