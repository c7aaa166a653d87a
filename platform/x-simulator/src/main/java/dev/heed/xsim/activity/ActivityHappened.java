package dev.heed.xsim.activity;

import dev.heed.xsim.ledger.Minted;

/** A webhook was to be told of an activity, whether or not that succeeded. */
public record ActivityHappened(Activity activity) implements Minted {
    @Override
    public long mintedId() {
        return activity.uuid();
    }
}
