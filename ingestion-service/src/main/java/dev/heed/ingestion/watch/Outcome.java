package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;

/** What came of setting a watch up, or of changing it. */
sealed interface Outcome {

    /** It is so from now on. */
    record Done(Watches.Listed watch, Account account) implements Outcome {}

    /** Its query was tried, and cannot be listened to. */
    record NotListenable(Tried why) implements Outcome {}

    record UnknownAccount(String given) implements Outcome {}

    record UnknownWatch() implements Outcome {}

    /** A name has 1 to 80 characters. */
    record NoName() implements Outcome {}

    /** A status is active or paused. */
    record NoStatus(String given) implements Outcome {}

    /** There is nothing in it that a change could be. */
    record NoChange() implements Outcome {}

    /** What was posted before is wanted of a watch that does not begin anew. */
    record NothingBegins() implements Outcome {}

    /** Another watch of the account has this name. */
    record NameTaken(String name) implements Outcome {}

    /** The account has as many watches as it may. */
    record TooMany(int most) implements Outcome {}

    /** Somebody else changed it at the same time. */
    record ChangedMeanwhile() implements Outcome {}
}
