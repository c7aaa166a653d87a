package dev.heed.ingestion.rota;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Endpoint;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** A source for tests, that has nothing to say. */
record Given(int number, Endpoint endpoint, Tempo tempo, Duration rest) implements Source {

    Given(int number, Endpoint endpoint, Tempo tempo) {
        this(number, endpoint, tempo, Duration.ZERO);
    }

    Given(Endpoint endpoint, Tempo tempo) {
        this(1, endpoint, tempo);
    }

    static Source mentions(int number) {
        return new Given(number, Endpoint.MENTIONS, Tempo.LIVE);
    }

    @Override
    public SourceKey key() {
        return new SourceKey(endpoint.word() + ":" + number);
    }

    @Override
    public AccountId account() {
        return new AccountId(Integer.toString(number));
    }

    @Override
    public String name() {
        return endpoint.word() + " of @a" + number;
    }

    @Override
    public Uni<TurnEnd> turn(Depth depth) {
        return Uni.createFrom().item(new TurnEnd.Complete(0));
    }
}
