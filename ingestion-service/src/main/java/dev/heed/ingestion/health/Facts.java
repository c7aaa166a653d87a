package dev.heed.ingestion.health;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.quota.ToldQuota;
import dev.heed.ingestion.rota.LastTurn;
import dev.heed.ingestion.spending.Balance;
import java.util.List;
import java.util.Optional;

/** All that is known of how one account is listened to. */
record Facts(
        Account account,
        List<LastTurn> turns,
        List<ToldQuota> quotas,
        Balance balance,
        List<Gap> gaps,
        Delivery delivery,
        Optional<Connection> connection) {

    Facts {
        turns = List.copyOf(turns);
        quotas = List.copyOf(quotas);
        gaps = List.copyOf(gaps);
    }
}
