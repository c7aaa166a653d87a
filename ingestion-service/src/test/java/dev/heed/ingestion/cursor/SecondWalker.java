package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.rota.Fence;
import dev.heed.ingestion.rota.RotaConfig;
import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Another process on the same database, as far as walks are concerned: it holds leases of its own. */
@ApplicationScoped
class SecondWalker {

    private final WalkStream walking;

    SecondWalker(
            Pool pool,
            FetchPage fetching,
            Cursors cursors,
            Transactions transactions,
            TakeIn intake,
            Accounts accounts,
            Gaps gaps,
            NoteUnshown unshown,
            TellHeard telling,
            ListeningConfig config,
            RotaConfig turns,
            Clock clock) {
        Leases leases = new Leases(pool);
        CommitPage pages = new CommitPage(
                transactions, new Fence(leases, accounts), intake, cursors, accounts, gaps, unshown, telling, clock);
        this.walking = new WalkStream(fetching, new HeldLeases(leases, turns), cursors, pages, config, clock);
    }

    WalkStream walking() {
        return walking;
    }
}
