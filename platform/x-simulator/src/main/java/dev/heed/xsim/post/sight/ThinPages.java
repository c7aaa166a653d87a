package dev.heed.xsim.post.sight;

import dev.heed.xsim.ledger.Passing;
import jakarta.inject.Singleton;

/**
 * Whether pages are cut before what cannot be seen is left out of them, as X does: such pages come short or empty and lead on. Else
 * they are cut afterwards, and full. Not kept over a restart.
 */
@Singleton
public class ThinPages implements Passing {

    private volatile boolean ordered;

    public void order(boolean thin) {
        ordered = thin;
    }

    public boolean areOrdered() {
        return ordered;
    }

    @Override
    public void forget() {
        ordered = false;
    }
}
