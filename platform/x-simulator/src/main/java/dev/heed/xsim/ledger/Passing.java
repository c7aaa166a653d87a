package dev.heed.xsim.ledger;

/** Something that is in no journal and ends when the world is emptied. */
public interface Passing {

    /** Is called while nobody holds the world. */
    void forget();
}
