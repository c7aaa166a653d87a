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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes each brand an account that the demo company runs: on X, in ingestion, and with the right to post. */
public final class OpenAccounts {
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
        Set<String> connected = product.connected().stream()
                .map(handle -> handle.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (String brand : brands) {
            simulator.user(brand);
            product.register(brand);
            if (!connected.contains(brand.toLowerCase(Locale.ROOT))) {
                connect(brand);
            }
        }
        console.done(
                brands.size() + " accounts listened to and connected: " + names(brands),
                Duration.between(begun, Instant.now()));
    }

    /** The owner of the account consents on X and is sent back with a code; a code that was lost is asked for anew. */
    private void connect(String brand) {
        Answer connected = consent(brand);
        for (int again = 0; again < 2 && connected.status() >= 400; again++) {
            connected = consent(brand);
        }
        if (connected.status() >= 400) {
            throw new HeedFailure("@" + brand + " could not be connected: " + connected.detail());
        }
    }

    private Answer consent(String brand) {
        URI authorize = product.authorizeUrl(brand);
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
