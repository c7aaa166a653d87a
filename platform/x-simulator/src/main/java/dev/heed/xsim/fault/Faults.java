package dev.heed.xsim.fault;

import dev.heed.xsim.call.Endpoint;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults still to come, per endpoint in the order in which they were ordered. Not kept over a restart. */
@Singleton
public class Faults {

    /** A fault and how many calls it still befalls. */
    public record Ordered(Endpoint endpoint, Fault fault, int left) {}

    private final Map<Endpoint, Deque<Ordered>> orders = new EnumMap<>(Endpoint.class);

    public synchronized void order(Endpoint endpoint, Fault fault, int count) {
        orders.computeIfAbsent(endpoint, fresh -> new ArrayDeque<>()).add(new Ordered(endpoint, fault, count));
    }

    /** The fault that befalls this call, if one does. */
    public synchronized Optional<Fault> take(Endpoint endpoint) {
        Deque<Ordered> queue = orders.getOrDefault(endpoint, new ArrayDeque<>());
        Ordered first = queue.poll();
        if (first == null) {
            return Optional.empty();
        }
        if (first.left > 1) {
            queue.addFirst(new Ordered(endpoint, first.fault, first.left - 1));
        }
        return Optional.of(first.fault);
    }

    public synchronized List<Ordered> left() {
        List<Ordered> left = new ArrayList<>();
        orders.values().forEach(left::addAll);
        return left;
    }

    public synchronized void clear() {
        orders.clear();
    }
}
