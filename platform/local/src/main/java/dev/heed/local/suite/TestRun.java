package dev.heed.local.suite;

import dev.heed.local.Console;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.identity.Keycloak;
import dev.heed.local.install.Need;
import dev.heed.local.install.Packages;
import dev.heed.local.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One run of the tests, from nothing installed to the closing line. */
public final class TestRun {
    private static final List<Need> NEEDS = List.of(Need.RABBITMQ, Need.APACHE, Need.OPENIDC, Need.NODE, Need.NPM);

    private final Path checkout;
    private final Console console;

    /** On a checkout. */
    public TestRun(Path checkout, Console console) {
        this.checkout = checkout;
        this.console = console;
    }

    /**
     * Runs everything, or one module's tests.
     *
     * @param only the module's folder or its last part; empty for everything
     * @return whether nothing failed and anything was tested
     */
    public boolean run(String only) {
        Instant begun = Instant.now();
        @Nullable String module = only.isEmpty() ? null : Modules.named(checkout, only);
        Tally tally;
        try (SharedParts parts = new SharedParts(checkout)) {
            Thread ending = new Thread(parts::close);
            Runtime.getRuntime().addShutdownHook(ending);
            tally = tests(parts, module);
            Runtime.getRuntime().removeShutdownHook(ending);
        }
        return closing(tally, Duration.between(begun, Instant.now()));
    }

    private Tally tests(SharedParts parts, @Nullable String module) {
        Home home = parts.home();
        console.heading("Getting ready");
        Packages.ensure(NEEDS, home.log("apt"), console);
        if (module == null || module.endsWith("acceptance")) {
            Packages.ensureIfPossible(Need.CHROMIUM, "the login is not tried in a browser.", home.log("apt"), console);
        }
        var environment = parts.start(console);
        if (module == null || module.endsWith("acceptance")) {
            fetchKeycloak(home);
        }
        Tally tally = Tally.NONE;
        if (module == null || module.endsWith("contracts")) {
            tally = tally.plus(new ContractCheck(home, console).run());
        }
        return tally.plus(new MavenTests(home, console).run(module, environment));
    }

    /** So that the acceptance tests do not wait for it in the middle of their time-outs. */
    private void fetchKeycloak(Home home) {
        PostgresServer nowhere = new PostgresServer("127.0.0.1", home.ports().postgres(), "postgres", "");
        Instant begun = Instant.now();
        new Keycloak(home, Secrets.of(home), nowhere).distribution(console);
        console.done("Keycloak is here", Duration.between(begun, Instant.now()));
    }

    private boolean closing(Tally tally, Duration took) {
        console.line("");
        tally.failures().forEach(failure -> console.trouble(failure));
        console.line(String.format(Locale.ROOT, "Tested for %d min %02d s.", took.toMinutes(), took.toSecondsPart()));
        console.line(tally.line());
        return tally.failed() == 0 && tally.passed() > 0;
    }
}
