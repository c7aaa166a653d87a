package dev.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final Map<String, Bad> BAD = Map.ofEntries(
            Map.entry("HTTP_STAYS_AT_THE_EDGE", new Bad("dev.heed.badhttp", "ClaimTicket")),
            Map.entry("ONLY_MESSAGING_TOUCHES_THE_BROKER", new Bad("dev.heed.badbroker", "OpenTicket")),
            Map.entry("DOMAIN_IS_FREE_OF_IO", new Bad("dev.heed.baddomain", "Connection")),
            Map.entry("DOMAIN_IS_HANDED_THE_CLOCK", new Bad("dev.heed.baddomain", "Instant.now")),
            Map.entry("ROWS_STAY_AT_HOME", new Bad("dev.heed.badrow", "report.Report")),
            Map.entry("ENTITIES_ARE_CALLED_ROWS", new Bad("dev.heed.badrow", "badrow.ticket.Ticket")),
            Map.entry("ROOMS_FORM_NO_CYCLE", new Bad("dev.heed.badcycle", "Clocks")),
            Map.entry("NAMES_SAY_SOMETHING", new Bad("dev.heed.badname", "TicketManager")),
            Map.entry("PACKAGES_ARE_NULL_MARKED", new Bad("dev.heed.badpackage", "badpackage.ticket.Ticket")),
            Map.entry("NO_FIELD_IS_INJECTED", new Bad("dev.heed.badinjection", "AssignTicket.clock")),
            Map.entry("EVENTS_CAN_BE_READ_IN_A_NATIVE_EXECUTABLE", new Bad("dev.heed.badevent", "Customer")));

    @TestFactory
    Stream<DynamicTest> everyRuleFiresOnItsBadFixtureAndNamesTheCulprit() {
        return rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule, () -> {
                    assertThat(BAD).as("a bad fixture for each rule").containsKey(rule);
                    Bad bad = Objects.requireNonNull(BAD.get(rule));
                    var result = rule(rule).evaluate(classesOf(bad.packageName()));
                    assertThat(result.hasViolation()).isTrue();
                    assertThat(result.getFailureReport().toString()).contains(bad.culprit());
                }));
    }

    @TestFactory
    Stream<DynamicTest> noRuleFiresOnTheGoodHouse() {
        JavaClasses good = classesOf("dev.heed.goodhouse");
        return rules().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule,
                        () -> assertThat(rule(rule)
                                        .evaluate(good)
                                        .getFailureReport()
                                        .getDetails())
                                .isEmpty()));
    }

    private static List<String> rules() {
        return Arrays.stream(HouseRules.class.getFields()).map(Field::getName).toList();
    }

    private static ArchRule rule(String name) {
        try {
            return (ArchRule) HouseRules.class.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaClasses classesOf(String packageName) {
        return new ClassFileImporter().importPackages(packageName);
    }

    private record Bad(String packageName, String culprit) {}
}
