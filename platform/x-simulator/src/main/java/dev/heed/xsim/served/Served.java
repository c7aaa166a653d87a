package dev.heed.xsim.served;

import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.ledger.Passing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first servings of the last hundred thousand posts served, in a ring: what is older is forgotten. */
@Singleton
public class Served implements Passing {

    public static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Serving[] ring = new Serving[REMEMBERED];
    private final Set<String> known = new HashSet<>();
    private long last;

    public Served(Clock clock) {
        this.clock = clock;
    }

    /** Takes down those of them that were not served before. */
    public synchronized void serve(Endpoint endpoint, List<String> postIds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (String id : postIds) {
            if (known.add(id)) {
                int place = (int) (last % REMEMBERED);
                if (last >= REMEMBERED) {
                    known.remove(ring[place].postId());
                }
                last++;
                ring[place] = new Serving(last, id, endpoint.calledName(), now);
            }
        }
    }

    /** Those after this {@code seq}, as far as they are remembered. */
    public synchronized List<Serving> after(long seq, int most) {
        long from = Math.max(Math.max(seq, 0), last - REMEMBERED);
        List<Serving> found = new ArrayList<>();
        for (long next = from; next < last && found.size() < most; next++) {
            found.add(ring[(int) (next % REMEMBERED)]);
        }
        return found;
    }

    @Override
    public synchronized void forget() {
        known.clear();
        last = 0;
    }
}
