package dev.heed.xsim.user;

import dev.heed.xsim.ledger.Minted;

/** Somebody opened an account, or an account's profile changed. */
public record UserJoined(User user) implements Minted {
    @Override
    public long mintedId() {
        return user.id().value();
    }
}
