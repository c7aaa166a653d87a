package dev.heed.xsim.ledger;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.id.Snowflakes;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where time is told, turns are taken and what happened is kept.
 *
 * <p>One lock guards all rooms: X's rules (duplicates, single use, limits) are checked and acted on in one hold. A fact is written to
 * the journal before it is applied, so an answered request is never forgotten by a restart.
 */
@Singleton
@Startup
public class World {

    private final ReentrantLock lock = new ReentrantLock();
    private final Snowflakes ids = new Snowflakes();
    private final List<Room> rooms;
    private final List<Consumer<Fact>> witnesses = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private final Clock clock;

    @Inject
    World(@All List<Room> rooms, SimConfig config, Clock clock) {
        this(rooms, config.journal().orElse(null), clock);
    }

    /** A world with these rooms, as its journal left it. */
    public World(List<Room> rooms, @Nullable Path journal, Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.clock = clock;
        this.journal = new Journal(
                journal, rooms.stream().flatMap(room -> room.facts().stream()).toList());
        this.journal.read().forEach(this::apply);
    }

    /** Does this while nobody else does anything. */
    public <T> T alone(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /** A new id of this moment. Only while the world is held. */
    public long nextId() {
        held();
        return ids.next(now());
    }

    /** An id of a moment in the past, which is none of those that are taken. Only while the world is held. */
    public long idOf(Instant past, LongPredicate taken) {
        held();
        long id = Snowflakes.late(past);
        while (taken.test(id)) {
            id++;
        }
        return id;
    }

    /** Keeps the fact and tells every room. Only while the world is held. */
    public void happened(Fact fact) {
        held();
        journal.append(fact);
        apply(fact);
        witnesses.forEach(witness -> witness.accept(fact));
    }

    /**
     * Tells this witness of every fact from now on, after all rooms have taken notice of it and while the world is held. What the journal
     * remembers is not told again.
     */
    public void tell(Consumer<Fact> witness) {
        witnesses.add(witness);
    }

    /** Empties every room and the journal. */
    public void forget() {
        lock.lock();
        try {
            journal.clear();
            rooms.forEach(Room::forget);
        } finally {
            lock.unlock();
        }
    }

    private void apply(Fact fact) {
        if (fact instanceof Minted minted) {
            ids.passed(minted.mintedId());
        }
        rooms.forEach(room -> room.apply(fact));
    }

    private void held() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("The world is changed only by who holds it");
        }
    }
}
