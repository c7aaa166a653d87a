package dev.heed.ingestion.account;

import io.smallrye.mutiny.Uni;

/**
 * What a room has to do when an account is removed: revoke tokens, end deliveries, forget cursors. A bean in each room that
 * has something to do. Called after the removal is committed, one after the other; one that fails does not keep the others
 * from theirs, so whatever must happen in the end has to be tried again by the room itself.
 */
public interface OnRemoval {

    Uni<Void> removed(Account account);
}
