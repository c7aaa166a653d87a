package dev.heed.ingestion.rota;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Endpoint;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Something that is listened to in turns: an account's mentions, a watch, direct messages, a gap to be filled. */
public interface Source {

    SourceKey key();

    /** The account that it is listened to for, and that pays. */
    AccountId account();

    /** For logs, as in "mentions of @acme"; nothing of a customer's. */
    String name();

    /** Where it asks X: sources of one endpoint share a limit. */
    Endpoint endpoint();

    /** What decides how often it has its turn. */
    default Tempo tempo() {
        return Tempo.LIVE;
    }

    /** The shortest time between two turns that nobody wished for; X's limits may make it longer. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /** Listens once. Never fails: what went wrong is told by the end. */
    Uni<TurnEnd> turn(Depth depth);
}
