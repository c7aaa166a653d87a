package dev.heed.xsim.message;

import dev.heed.xsim.ledger.Minted;

/** A direct message was delivered. */
public record MessageSent(Message message) implements Minted {
    @Override
    public long mintedId() {
        return message.id().value();
    }
}
