package dev.heed.ingestion.health;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.quota.ToldQuota;
import dev.heed.ingestion.rota.LastTurn;
import dev.heed.ingestion.spending.Balance;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of how one account is listened to.
 *
 * @param unheard what else is missing, in words: messages that X does not show, customer records that do not answer
 */
record Facts(
        Account account,
        List<LastTurn> turns,
        List<ToldQuota> quotas,
        Balance balance,
        List<Gap> gaps,
        Delivery delivery,
        Optional<Connection> connection,
        List<String> unheard) {

    Facts {
        turns = List.copyOf(turns);
        quotas = List.copyOf(quotas);
        gaps = List.copyOf(gaps);
        unheard = List.copyOf(unheard);
    }

    Facts withUnheard(List<String> words) {
        return new Facts(account, turns, quotas, balance, gaps, delivery, connection, words);
    }
}
