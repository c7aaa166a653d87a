package dev.heed.ingestion.rota;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Endpoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A room of the tests: what a source does in its turn is the test's to say. */
@ApplicationScoped
class OddSources implements Sources {

    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final AtomicBoolean hangs = new AtomicBoolean();

    @Override
    public Uni<List<Source>> find() {
        return hangs.getAndSet(false)
                ? Uni.createFrom().nothing()
                : Uni.createFrom().item(List.copyOf(sources));
    }

    void add(String name, Supplier<Uni<TurnEnd>> turn) {
        sources.add(new Odd(name, turn));
    }

    /** Who asks next is never answered. */
    void hang() {
        hangs.set(true);
    }

    void clear() {
        sources.clear();
    }

    private record Odd(String name, Supplier<Uni<TurnEnd>> turn) implements Source {

        @Override
        public SourceKey key() {
            return new SourceKey("odd:" + name);
        }

        @Override
        public AccountId account() {
            return new AccountId("5099");
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.MENTIONS;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return turn.get();
        }
    }
}
