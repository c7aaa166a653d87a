package dev.heed.ingestion.health;

import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.crm.CustomerTiers;
import dev.heed.ingestion.message.UnheardMessages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an account does without, for now or for longer: what was said in a pause, messages that X does not show us, customer tiers that nobody tells. */
@ApplicationScoped
class Missing {

    private final UnheardMessages messages;
    private final CustomerTiers tiers;
    private final CatchingUp catchingUp;
    private final Renamed renamed;

    Missing(UnheardMessages messages, CustomerTiers tiers, CatchingUp catchingUp, Renamed renamed) {
        this.catchingUp = catchingUp;
        this.renamed = renamed;
        this.messages = messages;
        this.tiers = tiers;
    }

    Uni<List<Facts>> addTo(List<Facts> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::addTo)
                .collect()
                .asList();
    }

    private Uni<Facts> addTo(Facts facts) {
        return Uni.combine()
                .all()
                .unis(
                        unheard(facts),
                        catchingUp.of(facts.account()),
                        renamed.of(facts.account().id()))
                .with((unheard, pause, renaming) -> {
                    List<String> words = new ArrayList<>();
                    renaming.ifPresent(words::add);
                    pause.ifPresent(words::add);
                    unheard.ifPresent(line -> words.add(line.endsWith(".") ? line : line + "."));
                    tiers.complaint().ifPresent(words::add);
                    return facts.withUnheard(words);
                });
    }

    /** Whoever never connected the account does without its messages knowingly; one that has ended is told already. */
    private Uni<Optional<String>> unheard(Facts facts) {
        return facts.connection().filter(Connection::isConnected).isPresent()
                ? messages.of(facts.account().id())
                : Uni.createFrom().item(Optional.empty());
    }
}
