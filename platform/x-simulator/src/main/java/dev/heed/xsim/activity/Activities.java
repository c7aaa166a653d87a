package dev.heed.xsim.activity;

import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What webhooks were told in the last 24 hours, oldest first, at most 200,000. Older ones are out of a replay's reach. */
@Singleton
public class Activities implements Room {

    public static final Duration REACH = Duration.ofHours(24);
    private static final int MOST = 200_000;

    private final Deque<Activity> all = new ArrayDeque<>();

    /** @param until inclusive */
    public List<Activity> of(long webhook, Instant from, Instant until) {
        return all.stream()
                .filter(activity -> activity.webhook() == webhook
                        && !activity.at().isBefore(from)
                        && !activity.at().isAfter(until))
                .toList();
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(ActivityHappened.class);
    }

    @Override
    public void apply(Fact fact) {
        if (fact instanceof ActivityHappened(Activity activity)) {
            all.addLast(activity);
            Instant oldest = activity.at().minus(REACH);
            while (all.size() > MOST || all.getFirst().at().isBefore(oldest)) {
                all.removeFirst();
            }
        }
    }

    @Override
    public void forget() {
        all.clear();
    }
}
