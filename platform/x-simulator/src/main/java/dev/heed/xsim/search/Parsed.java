package dev.heed.xsim.search;

/** What a query text turned out to be. */
sealed interface Parsed {

    record Query(Clause clause) implements Parsed {}

    /** Not X's language; the message is in X's words. */
    record Wrong(String message) implements Parsed {}
}
