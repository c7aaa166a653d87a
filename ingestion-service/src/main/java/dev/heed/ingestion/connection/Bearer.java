package dev.heed.ingestion.connection;

import dev.heed.ingestion.quota.TokenKey;

/** A token to ask X with, or why there is none. */
public sealed interface Bearer {

    /** @param token never logged, never stored by whoever asked for it */
    record Ready(String token, TokenKey key) implements Bearer {

        @Override
        public String toString() {
            return "Ready[" + key.word() + "]";
        }
    }

    /** @param why in words for the people who run the service */
    record Missing(String why) implements Bearer {}
}
