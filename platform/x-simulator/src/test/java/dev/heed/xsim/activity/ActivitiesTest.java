package dev.heed.xsim.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.MovableClock;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivitiesTest {

    private static final long WEBHOOK = 7;

    private final MovableClock clock = new MovableClock();

    @Test
    void subscriptionsAndWhatWasToldOutliveARestart(@TempDir Path folder) {
        Subscriptions subscriptions = new Subscriptions();
        Activities activities = new Activities();
        World before = new World(List.of(subscriptions, activities), folder.resolve("journal"), clock);
        Subscription subscription = new Subscription(
                3, "dm.received", new UserId(5), null, "inbound", "mine", WEBHOOK, clock.instant(), clock.instant());
        Activity activity = new Activity(9, WEBHOOK, "dm.received", "8", clock.instant(), "{\"data\":{}}");
        before.alone(() -> {
            before.happened(new SubscriptionFact.Subscribed(subscription));
            before.happened(new ActivityHappened(activity));
            return before;
        });

        Subscriptions known = new Subscriptions();
        Activities told = new Activities();
        World after = new World(List.of(known, told), folder.resolve("journal"), clock);
        assertThat(known.newestFirst()).containsExactly(subscription);
        assertThat(told.of(WEBHOOK, Instant.EPOCH, clock.instant())).containsExactly(activity);
        assertThat(after.<Long>alone(after::nextId)).isGreaterThan(9);
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        Activities activities = new Activities();
        happens(activities, 1);
        clock.pass(Activities.REACH);
        happens(activities, 2);
        clock.pass(Duration.ofSeconds(1));
        happens(activities, 3);
        assertThat(activities.of(WEBHOOK, Instant.EPOCH, clock.instant()))
                .extracting(Activity::uuid)
                .containsExactly(2L, 3L);
        assertThat(activities.of(WEBHOOK, Instant.EPOCH, clock.instant().minusSeconds(1)))
                .extracting(Activity::uuid)
                .containsExactly(2L);
        assertThat(activities.of(8, Instant.EPOCH, clock.instant())).isEmpty();
    }

    private void happens(Activities activities, long uuid) {
        activities.apply(new ActivityHappened(
                new Activity(uuid, WEBHOOK, "post.create", Long.toString(uuid), clock.instant(), "{}")));
    }
}
