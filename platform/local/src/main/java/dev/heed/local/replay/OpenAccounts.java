package dev.heed.local.replay;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.api.Answer;
import dev.heed.local.api.Product;
import dev.heed.local.api.Simulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes each brand an account that the demo company runs: on X, in ingestion, with the rights to read and to post. */
public final class OpenAccounts {
    /** Each asks the owner for as little as it needs, so each is consented to by itself. */
    private static final List<String> CONSENTING = List.of("ingestion", "reply");

    private final Product product;
    private final Simulator simulator;
    private final Console console;

    /** Speaks to a running installation. */
    public OpenAccounts(Product product, Simulator simulator, Console console) {
        this.product = product;
        this.simulator = simulator;
        this.console = console;
    }

    /** Idempotent: an account that is open stays as it is. */
    public void of(Collection<String> brands) {
        Instant begun = Instant.now();
        for (String brand : brands) {
            simulator.user(brand);
            product.register(brand);
        }
        CONSENTING.forEach(service -> connect(service, brands));
        console.done(
                brands.size() + " accounts listened to and connected: " + names(brands),
                Duration.between(begun, Instant.now()));
    }

    private void connect(String service, Collection<String> brands) {
        Set<String> connected = product.connected(service).stream()
                .map(handle -> handle.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        brands.stream()
                .filter(brand -> !connected.contains(brand.toLowerCase(Locale.ROOT)))
                .forEach(brand -> connect(service, brand));
    }

    /** The owner of the account consents on X and is sent back with a code; a code that was lost is asked for anew. */
    private void connect(String service, String brand) {
        Answer connected = consent(service, brand);
        for (int again = 0; again < 2 && connected.status() >= 400; again++) {
            connected = consent(service, brand);
        }
        if (connected.status() >= 400) {
            throw new HeedFailure("@" + brand + " could not be connected: " + connected.detail());
        }
    }

    private Answer consent(String service, String brand) {
        URI authorize = product.authorizeUrl(service, brand);
        Answer consent = product.follow(URI.create(authorize + "&sim_user=" + brand));
        URI callback = consent.location()
                .map(URI::create)
                .orElseThrow(
                        () -> new HeedFailure("X did not send @" + brand + " back with a code: " + consent.detail()));
        return product.follow(callback);
    }

    private static String names(Collection<String> brands) {
        String first = brands.stream().limit(3).map(brand -> "@" + brand).collect(Collectors.joining(", "));
        return brands.size() > 3 ? first + " and " + (brands.size() - 3) + " more" : first;
    }
}
