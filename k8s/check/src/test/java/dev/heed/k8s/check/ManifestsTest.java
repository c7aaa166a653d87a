package dev.heed.k8s.check;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The checkout's own manifests, a test for each check. */
class ManifestsTest {

    @TestFactory
    Stream<DynamicTest> every_check_holds() {
        Path checkout = Checkout.root();
        return new Checks(checkout, Surroundings.sharedData(checkout))
                .run().entrySet().stream()
                        .map(check ->
                                DynamicTest.dynamicTest(check.getKey(), () -> judge(check.getKey(), check.getValue())));
    }

    private static void judge(String name, Outcome outcome) {
        String line = Telling.line(name, outcome);
        System.out.println(line);
        switch (outcome) {
            case Outcome.Holds holds -> {}
            case Outcome.Skipped skipped -> Assumptions.abort("SKIPPED: " + line.strip());
            case Outcome.Broken broken -> fail(line);
        }
    }
}
