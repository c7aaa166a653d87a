package dev.heed.k8s.check;

import java.nio.file.Path;
import java.util.Map;

/** {@code java … dev.heed.k8s.check.Main [CHECKOUT]}: a line for each check; exit code 1 if one is broken, 2 if nothing can be rendered. */
public final class Main {

    private static final int BROKEN = 1;
    private static final int NOTHING_CHECKED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        Path checkout = Path.of(arguments.length == 0 ? "." : arguments[0])
                .toAbsolutePath()
                .normalize();
        Map<String, Outcome> outcomes = new Checks(checkout, Surroundings.sharedData(checkout)).run();
        outcomes.forEach((name, outcome) -> System.out.println(Telling.line(name, outcome)));
        System.exit(exitCode(outcomes));
    }

    private static int exitCode(Map<String, Outcome> outcomes) {
        if (outcomes.values().stream().anyMatch(Outcome.Broken.class::isInstance)) {
            return BROKEN;
        }
        return outcomes.values().stream().anyMatch(Outcome.Holds.class::isInstance) ? 0 : NOTHING_CHECKED;
    }
}
