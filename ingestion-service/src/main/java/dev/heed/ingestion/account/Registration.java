package dev.heed.ingestion.account;

/** What came of registering an account. */
sealed interface Registration {

    /** It is listened for from now on. */
    record Registered(Account account) implements Registration {}

    /** It was registered before; its handle and name are now X's present ones. */
    record AlreadyThere(Account account) implements Registration {}

    /** No handle can look like this. */
    record NotAHandle(String given) implements Registration {}

    /** Nothing can cost less than nothing. */
    record NotABudget(long given) implements Registration {}

    /** X knows no user of this handle, or shows it to nobody. */
    record UnknownOnX(String handle) implements Registration {}

    /** X cannot be asked until somebody changes what is set here, or at X. */
    record CannotAskX(String why) implements Registration {}

    /** X was not asked: a limit or the money is spent, for now. */
    record NotNow(String why) implements Registration {}

    /** X was asked and did not answer. */
    record XDidNotTell(String cause) implements Registration {}

    /** It was removed, and its former life is not cleared away: its tokens may still be good, its cursors old. */
    record StillBeingRemoved(String handle) implements Registration {}
}
