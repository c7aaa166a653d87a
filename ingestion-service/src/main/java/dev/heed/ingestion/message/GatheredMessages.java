package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Messages made ready to be taken in: what had to be asked of others has been asked.
 *
 * @param heard those that may be news, oldest first
 * @param sealed when the last one was sent that X does not let us read
 */
public record GatheredMessages(Account receiver, List<HeardMessage> heard, Optional<Instant> sealed) {

    public GatheredMessages {
        heard = List.copyOf(heard);
    }
}
