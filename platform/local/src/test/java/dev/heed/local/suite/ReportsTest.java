package dev.heed.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final String SUITE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="dev.heed.ATest" tests="4" errors="1" skipped="1" failures="1">
              <properties><property name="x" value="failure"/></properties>
              <testcase name="good" classname="dev.heed.ATest"><system-out>failure</system-out></testcase>
              <testcase name="bad" classname="dev.heed.ATest"><failure message="no">trace</failure></testcase>
              <testcase name="worse" classname="dev.heed.ATest"><error message="no">trace</error></testcase>
              <testcase name="left" classname="dev.heed.ATest"><skipped/></testcase>
            </testsuite>
            """;

    @TempDir
    Path checkout;

    @Test
    void countsTheReportsOfUnitAndAcceptanceTests() throws IOException {
        write("a/target/surefire-reports/TEST-dev.heed.ATest.xml", SUITE);
        write(
                "b/target/failsafe-reports/TEST-dev.heed.BIT.xml",
                "<testsuite><testcase name=\"x\" classname=\"B\"/></testsuite>");
        write("b/target/failsafe-reports/failsafe-summary.xml", "<failsafe-summary/>");

        Tally tally = reports().count();

        assertThat(tally.line()).isEqualTo("2 passed, 2 failed, 1 skipped");
        assertThat(tally.failures())
                .containsExactly("dev.heed.ATest.bad\n        no", "dev.heed.ATest.worse\n        no");
    }

    @Test
    void takesHalfAReportForAFailure() throws IOException {
        write("a/target/surefire-reports/TEST-dev.heed.ATest.xml", SUITE.substring(0, 300));

        assertThat(reports().count().failed()).isOne();
    }

    @Test
    void countsNothingTwiceOverRuns() throws IOException {
        write("a/target/surefire-reports/TEST-dev.heed.ATest.xml", SUITE);

        reports().clear();

        assertThat(reports().count()).isEqualTo(Tally.NONE);
    }

    @Test
    void readsTheSumsOfNodesTestRunner() {
        assertThat(ContractCheck.count("# tests 4\n# pass 3\n# fail 1\n# skipped 0\n")
                        .line())
                .isEqualTo("3 passed, 1 failed, 0 skipped");
        assertThat(ContractCheck.count("\u2139 tests 2\n\u2139 pass 2\n\u2139 fail 0\n\u2139 skipped 0\n")
                        .line())
                .isEqualTo("2 passed, 0 failed, 0 skipped");
        assertThat(ContractCheck.count("asyncapi.yaml holds\n").line()).isEqualTo("1 passed, 0 failed, 0 skipped");
    }

    private Reports reports() {
        return new Reports(List.of(checkout.resolve("a"), checkout.resolve("b"), checkout.resolve("c")));
    }

    private void write(String name, String text) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
