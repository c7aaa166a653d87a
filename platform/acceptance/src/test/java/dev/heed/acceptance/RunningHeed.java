package dev.heed.acceptance;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one installation for all tests of the run, empty, beside any other; stops it after the last. */
final class RunningHeed implements ParameterResolver {
    private static final int PORT_OFFSET = Integer.getInteger("heed.acceptance.offset", 3_000);

    /** For work on a test: takes what runs from the last time and leaves it running. */
    private static final boolean KEEP = Boolean.getBoolean("heed.acceptance.keep");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Heed.class;
    }

    @Override
    public Heed resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningHeed.class))
                .computeIfAbsent("installation", key -> new Up(), Up.class)
                .heed;
    }

    private static final class Up implements AutoCloseable {
        private final Heed heed;

        Up() {
            Path home = Path.of(System.getProperty("heed.acceptance.home", "target/heed"));
            Installation installation = Installation.open(home, PORT_OFFSET);
            if (!KEEP) {
                installation.reset(Console.standard());
            }
            installation.up(Console.standard());
            heed = Heed.over(installation);
        }

        @Override
        public void close() {
            if (!KEEP) {
                int stopped = heed.installation().down(Console.standard());
                Console.standard().line("stopped " + stopped + " parts");
            }
        }
    }
}
