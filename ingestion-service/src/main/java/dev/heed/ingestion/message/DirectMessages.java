package dev.heed.ingestion.message;

import dev.heed.ingestion.account.AccountId;
import dev.heed.x.Refusal;
import dev.heed.x.XMessagePage;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an account's private messages are read, whatever X has for it. */
interface DirectMessages {

    /**
     * A page of messages that the account received or sent, newest first. Fails only where the database does.
     *
     * @param most how many the page may show
     * @param older what an earlier page ended with; null for the newest
     */
    Uni<Shown> show(AccountId account, int most, @Nullable String older);

    /** What came of asking for messages. */
    sealed interface Shown {

        record Page(XMessagePage messages) implements Shown {}

        /** Before this time asking cannot help. */
        record NotNow(Instant until) implements Shown {}

        /** @param why in words for people, with what to do about it */
        record NotToUs(Refusal refusal, String why) implements Shown {}

        record Broken(String cause) implements Shown {}
    }
}
