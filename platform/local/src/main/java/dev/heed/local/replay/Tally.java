package dev.heed.local.replay;

import dev.heed.local.report.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts what came of the answers; safe for several threads. */
final class Tally {
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    int size() {
        return outcomes.size();
    }

    Answers answers() {
        int published = 0;
        Map<String, Integer> blocked = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        Map<String, Integer> leftOut = new TreeMap<>();
        List<String> unsettled = new ArrayList<>();
        List<Duration> publishing = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Published done -> {
                    published++;
                    publishing.add(done.took());
                }
                case Outcome.Blocked held -> blocked.merge(String.join(" + ", held.guards()), 1, Integer::sum);
                case Outcome.Refused no -> refused.merge(no.reason(), 1, Integer::sum);
                case Outcome.LeftOut left -> leftOut.merge(left.reason(), 1, Integer::sum);
                case Outcome.Unsettled open -> unsettled.add(open.words());
            }
        }
        return new Answers(published, blocked, refused, leftOut, unsettled, publishing);
    }
}
