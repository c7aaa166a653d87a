package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Quota;
import dev.heed.ingestion.quota.TokenKey;

/** The limit that a source shares with others. */
record Share(Endpoint endpoint, TokenKey token, Quota quota) {

    /** Sources of one group use up the same limit. */
    record Group(Endpoint endpoint, TokenKey token) {}

    Group group() {
        return new Group(endpoint, token);
    }
}
