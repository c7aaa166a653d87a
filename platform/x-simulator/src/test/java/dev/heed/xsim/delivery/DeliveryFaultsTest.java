package dev.heed.xsim.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.activity.Activity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryFaultsTest {

    private final DeliveryFaults faults = new DeliveryFaults();
    private long last;

    @Test
    void withoutOrdersEverythingGoesOnce() {
        assertThat(next()).extracting(Parcel::genuine).containsExactly(true);
    }

    @Test
    void eachCountBefallsTheNextSoMany() {
        faults.order(new DeliveryFaults.Order(1, 2, 1, 0, 0));
        assertThat(next()).isEmpty();
        assertThat(next()).extracting(Parcel::genuine).containsExactly(false, false);
        assertThat(next()).extracting(Parcel::genuine).containsExactly(false);
        assertThat(next()).extracting(Parcel::genuine).containsExactly(true);
    }

    @Test
    void whatIsHeldBackComesInReverseWhenThereIsEnough() {
        faults.order(new DeliveryFaults.Order(0, 0, 0, 3, 0));
        assertThat(next()).isEmpty();
        assertThat(next()).isEmpty();
        assertThat(next()).extracting(parcel -> parcel.activity().uuid()).containsExactly(3L, 2L, 1L);
        assertThat(next()).hasSize(1);
    }

    @Test
    void whatIsHeldBackCanBeReleased() {
        faults.order(new DeliveryFaults.Order(0, 0, 0, 3, 0));
        assertThat(next()).isEmpty();
        faults.order(new DeliveryFaults.Order(0, 0, 0, 0, 0));
        assertThat(faults.released()).hasSize(1);
        assertThat(faults.released()).isEmpty();
    }

    private List<Parcel> next() {
        last++;
        return faults.pack(new Activity(last, 1, "post.create", null, Instant.EPOCH, "{}"));
    }
}
