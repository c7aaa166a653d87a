package dev.heed.xsim.ledger;

import java.util.List;

/**
 * A part of the world that is nothing but the sum of its facts.
 *
 * <p>A room is read and written only while the {@link World} is held.
 */
public interface Room {

    /** The kinds of facts that this room brings along. */
    List<Class<? extends Fact>> facts();

    /** Takes notice of a fact, its own or another room's. Must not fail: the fact has happened. */
    void apply(Fact fact);

    /** Empties the room. */
    void forget();
}
