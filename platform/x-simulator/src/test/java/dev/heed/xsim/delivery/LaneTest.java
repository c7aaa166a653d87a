package dev.heed.xsim.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.xsim.activity.Activity;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final List<Long> arrived = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> green = new CompletableFuture<>();
    private final AtomicInteger under = new AtomicInteger();

    @Test
    void eightAreOnTheWayAtOnceAndTheOthersWait() {
        Lane lane = new Lane(parcel -> {
            under.incrementAndGet();
            return green;
        });
        for (long i = 0; i < 20; i++) {
            assertThat(lane.offer(List.of(parcel(i)))).isTrue();
        }
        await().until(() -> under.get() == 8);
        green.complete(null);
        await().until(() -> under.get() == 20);
    }

    @Test
    void theParcelsOfABatchGoOneAfterTheOther() {
        Lane lane = new Lane(parcel ->
                CompletableFuture.runAsync(() -> arrived.add(parcel.activity().uuid())));
        List<Long> order = LongStream.range(0, 100).boxed().toList();
        assertThat(lane.offer(order.stream().map(LaneTest::parcel).toList())).isTrue();
        await().until(() -> arrived.size() == 100);
        assertThat(arrived).isEqualTo(order);
    }

    @Test
    void whenTooMuchWaitsNoMoreIsTaken() {
        Lane lane = new Lane(parcel -> green);
        List<Parcel> thousand =
                LongStream.range(0, 1_000).mapToObj(LaneTest::parcel).toList();
        int taken = 0;
        while (lane.offer(thousand)) {
            taken++;
        }
        assertThat(taken).isEqualTo(8 + 20);
    }

    private static Parcel parcel(long uuid) {
        return Parcel.of(new Activity(uuid, 1, "post.create", null, Instant.EPOCH, "{}"), true);
    }
}
