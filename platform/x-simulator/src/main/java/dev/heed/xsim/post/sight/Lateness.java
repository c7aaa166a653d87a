package dev.heed.xsim.post.sight;

import dev.heed.xsim.ledger.Passing;
import jakarta.inject.Singleton;

/** Makes every so manyeth new post appear late. Not kept over a restart; posts keep the lag that they were given. */
@Singleton
public class Lateness implements Passing {

    private Lag lag = Lag.NONE;
    private int every = 1;
    private long posts;

    /** @param every how many posts come in time before one is late; at least 1 */
    public synchronized void order(Lag late, int every) {
        this.lag = late;
        this.every = every;
        posts = 0;
    }

    @Override
    public synchronized void forget() {
        order(Lag.NONE, 1);
    }

    /** The lag of a new post. */
    public synchronized Lag next() {
        posts++;
        return posts % every == 0 ? lag : Lag.NONE;
    }
}
