package dev.heed.ingestion.subscription;

import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.rota.Pushes;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.Tempo;
import jakarta.enterprise.context.ApplicationScoped;

/** While X tells of an account by itself, polling it only finds what that missed. */
@ApplicationScoped
class TellPushes implements Pushes {

    private final Webhooks webhooks;

    TellPushes(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public boolean reach(Source source) {
        boolean told = source.endpoint() == Endpoint.MENTIONS || source.endpoint() == Endpoint.MESSAGES;
        return told && source.tempo() == Tempo.LIVE && webhooks.healthy(source.account());
    }
}
