package dev.heed.ingestion.author;

import dev.heed.ingestion.crm.Customer;
import dev.heed.ingestion.crm.CustomerTiers;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.AuthorContexts;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells who wrote, for all authors of a page at once. */
@ApplicationScoped
class TellWhoWrote implements AuthorContexts {

    private final Histories histories;
    private final CustomerTiers tiers;

    TellWhoWrote(Histories histories, CustomerTiers tiers) {
        this.histories = histories;
        this.tiers = tiers;
    }

    @Override
    public Uni<Map<Author, AuthorContext>> of(Collection<Author> authors) {
        if (authors.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Customer> people = authors.stream()
                .map(author -> new Customer(author.id(), handle(author.shown())))
                .toList();
        return Uni.combine().all().unis(histories.of(authors), tiers.of(people)).with((before, tierById) -> {
            Map<Author, AuthorContext> contexts = new HashMap<>();
            for (Author author : authors) {
                History history = before.getOrDefault(new Histories.Key(author.account(), author.id()), History.NONE);
                contexts.put(author, context(author.shown(), history, tierById.get(author.id())));
            }
            return contexts;
        });
    }

    private static AuthorContext context(@Nullable XUser shown, History history, @Nullable String tier) {
        return shown == null
                ? new AuthorContext(null, null, null, null, history.times(), history.first(), tier)
                : new AuthorContext(
                        shown.followers(),
                        shown.verified(),
                        shown.verifiedType(),
                        shown.createdAt(),
                        history.times(),
                        history.first(),
                        tier);
    }

    private static @Nullable String handle(@Nullable XUser shown) {
        return shown == null ? null : shown.username();
    }
}
