package dev.heed.ingestion.account;

import io.smallrye.mutiny.Uni;

/**
 * What a room has to do when an account is removed: revoke tokens, forget cursors, close gaps. A bean in each room that has
 * something to do. Called after the removal is committed, one after the other, and all of them again and again until none
 * fails; so doing it twice must do no harm. Before it is done nobody listens for the account anew.
 */
public interface OnRemoval {

    Uni<Void> removed(Account account);
}
