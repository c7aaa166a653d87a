package dev.heed.ingestion.crm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Which tier people have in the company's customer records: asked once for many, and believed for a while. */
@ApplicationScoped
public class CustomerTiers {

    private static final Logger LOG = Logger.getLogger(CustomerTiers.class);

    private final CrmAddress address;
    private final CrmWire wire;
    private final CrmGuard guard;
    /** Empty for who is known to be no customer. */
    private final Cache<String, Optional<String>> known;

    CustomerTiers(CrmConfig config, CrmWire wire, CrmGuard guard, MeterRegistry meters) {
        this.address = CrmAddress.of(config.url());
        this.wire = wire;
        this.guard = guard;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.kept())
                .expireAfterWrite(config.believed())
                .build();
        switch (address) {
            case CrmAddress.At(var _) ->
                Gauge.builder(
                                "heed.crm.answers",
                                guard,
                                asked -> asked.trouble().isEmpty() ? 1 : 0)
                        .description("1 while the customer records answer, 0 while they do not")
                        .register(meters);
            case CrmAddress.None() -> {}
            case CrmAddress.Wrong(String why) -> LOG.errorf("There are no customer tiers: %s", why);
        }
    }

    /**
     * Tiers by X user id, of those who have one. Never fails and never takes longer than the time-out; who could not be
     * looked up in that time is not in it.
     */
    public Uni<Map<String, String>> of(Collection<Customer> people) {
        Map<String, String> tiers = new HashMap<>();
        Map<String, Customer> unknown = new LinkedHashMap<>();
        for (Customer person : people) {
            Optional<String> tier = known.getIfPresent(person.xUserId());
            if (tier == null) {
                unknown.put(person.xUserId(), person);
            } else {
                tier.ifPresent(word -> tiers.put(person.xUserId(), word));
            }
        }
        if (unknown.isEmpty() || !(address instanceof CrmAddress.At at)) {
            return Uni.createFrom().item(tiers);
        }
        return Multi.createFrom()
                .iterable(batches(List.copyOf(unknown.values())))
                .onItem()
                .transformToUniAndMerge(batch -> lookUp(at, batch))
                .collect()
                .asList()
                .map(found -> {
                    found.forEach(tiers::putAll);
                    return tiers;
                });
    }

    /** What the people who run the service should know; empty where all is well, or no records are configured. */
    public Optional<String> complaint() {
        return switch (address) {
            case CrmAddress.None() -> Optional.empty();
            case CrmAddress.Wrong(String why) -> Optional.of("There are no customer tiers: " + why + ".");
            case CrmAddress.At(var _) ->
                guard.trouble()
                        .map(trouble ->
                                "The customer records at %s do not answer since %s (%s): new mentions carry no customer tier."
                                        .formatted(host(), trouble.since(), trouble.cause()));
        };
    }

    boolean isConfigured() {
        return !(address instanceof CrmAddress.None);
    }

    private Uni<Map<String, String>> lookUp(CrmAddress.At at, List<Customer> batch) {
        return guard.ask(() -> wire.ask(at, CrmWords.question(batch))
                        .map(body -> CrmWords.tiers(body)
                                .orElseThrow(() -> new IllegalStateException("its answer cannot be read"))))
                .map(answer -> answer.map(tiers -> believe(batch, tiers)).orElse(Map.of()));
    }

    /** Only those who were asked for: an answer about others is nobody's business. */
    private Map<String, String> believe(List<Customer> batch, Map<String, String> tiers) {
        Map<String, String> asked = new HashMap<>();
        for (Customer person : batch) {
            Optional<String> tier = Optional.ofNullable(tiers.get(person.xUserId()));
            known.put(person.xUserId(), tier);
            tier.ifPresent(word -> asked.put(person.xUserId(), word));
        }
        return asked;
    }

    private String host() {
        return address instanceof CrmAddress.At at ? at.lookup().getHost() : "";
    }

    private static List<List<Customer>> batches(List<Customer> people) {
        List<List<Customer>> batches = new ArrayList<>();
        for (int from = 0; from < people.size(); from += CrmWords.MOST_CUSTOMERS) {
            batches.add(people.subList(from, Math.min(people.size(), from + CrmWords.MOST_CUSTOMERS)));
        }
        return batches;
    }
}
