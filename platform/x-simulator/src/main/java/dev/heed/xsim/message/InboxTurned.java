package dev.heed.xsim.message;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;

/** Somebody decided to accept direct messages, or none. */
public record InboxTurned(UserId user, boolean open) implements Fact {}
