package dev.heed.xsim.delivery;

import dev.heed.xsim.activity.Activity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * What shall go wrong with the activities to come: each count befalls the next that many. Not kept over a restart.
 *
 * <p>They go together: dropped before badly signed, before told twice, before held back to be told in reverse.
 */
@Singleton
public class DeliveryFaults {

    /** Counts of activities, and a delay that holds for all until it is ordered anew. */
    public record Order(int drop, int badSignature, int duplicate, int reorder, long delayMillis) {}

    private Order left = new Order(0, 0, 0, 0, 0);
    private final List<Parcel> held = new ArrayList<>();

    /** Replaces what was ordered before. Those that are held back stay so until as many came as was ordered. */
    public synchronized void order(Order order) {
        left = order;
    }

    public synchronized Order left() {
        return left;
    }

    synchronized long delayMillis() {
        return left.delayMillis;
    }

    /** What is to be sent now, one after the other: nothing, once, twice, or several that were held back. */
    synchronized List<Parcel> pack(Activity activity) {
        if (left.drop > 0) {
            left = new Order(left.drop - 1, left.badSignature, left.duplicate, left.reorder, left.delayMillis);
            return List.of();
        }
        boolean genuine = left.badSignature == 0;
        boolean twice = left.duplicate > 0;
        List<Parcel> parcels = new ArrayList<>(List.of(Parcel.of(activity, genuine)));
        if (twice) {
            parcels.add(Parcel.of(activity, genuine));
        }
        boolean hold = left.reorder > 0;
        left = new Order(
                0,
                genuine ? 0 : left.badSignature - 1,
                twice ? left.duplicate - 1 : 0,
                hold ? left.reorder - 1 : 0,
                left.delayMillis);
        if (!hold) {
            return parcels;
        }
        held.addAll(parcels);
        return left.reorder > 0 ? List.of() : released();
    }

    /** The last first. */
    synchronized List<Parcel> released() {
        List<Parcel> reversed = List.copyOf(held).reversed();
        held.clear();
        return reversed;
    }

    synchronized void forget() {
        held.clear();
        left = new Order(0, 0, 0, 0, 0);
    }
}
