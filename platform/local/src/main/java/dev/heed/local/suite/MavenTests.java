package dev.heed.local.suite;

import dev.heed.local.Console;
import dev.heed.local.build.Maven;
import dev.heed.local.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Maven build with all its checks and tests.
 *
 * <p>A failed test does not end the run: the others are worth knowing too. Anything else that fails (the compiler, the
 * formatter, a rule of the house) does, and counts as one failure.
 */
final class MavenTests {
    private static final Pattern MODULE = Pattern.compile("Building (Heed\\S*(?: :: .+?)?) \\S+ +\\[(\\d+/\\d+)]");
    private static final Pattern CLASS =
            Pattern.compile("Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), "
                    + "Time elapsed: ([0-9.,]+) s.*?-- in (\\S+)");

    private final Home home;
    private final Console console;

    MavenTests(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    Tally run(@Nullable String only, Map<String, String> parts) {
        Path log = home.log("maven-verify");
        List<Path> modules = only == null
                ? Modules.all(home.checkout())
                : List.of(home.checkout().resolve(only));
        Reports reports = new Reports(modules);
        reports.clear();
        Map<String, String> environment = new HashMap<>(parts);
        Maven maven = new Maven(home);
        List<String> arguments = new ArrayList<>(List.of("-B", "-ntp", "-fae", "-Dmaven.test.failure.ignore=true"));
        if (only == null) {
            environment.put("HEED_BUILD", "packaged");
            arguments.add("verify");
        } else {
            console.doing("building what " + only + " needs");
            maven.build(
                    List.of("-B", "-ntp", "-q", "-pl", only, "-am", "-DskipTests", "install"),
                    home.log("maven-build"),
                    line -> {});
            arguments.addAll(List.of("-pl", only, "verify"));
        }
        int code = maven.run(arguments, home.checkout(), environment, log, this::progress);
        Tally tally = reports.count();
        return code == 0 ? tally : tally.plus(Tally.failure("the build itself: see the lines with ERROR in " + log));
    }

    private void progress(String line) {
        Matcher module = MODULE.matcher(line);
        if (module.find()) {
            console.heading(module.group(1) + "  " + module.group(2));
            return;
        }
        Matcher tests = CLASS.matcher(line);
        if (tests.find()) {
            result(tests);
        } else if (line.startsWith("  ok    ") || line.startsWith("  SKIP  ") || line.startsWith("  FAIL  ")) {
            // A test that says of itself what it found, as the check of the manifests does.
            console.line(line);
        } else if (line.startsWith("[ERROR]") && !line.contains("Help 1") && line.length() > "[ERROR] ".length()) {
            console.line("      " + line);
        }
    }

    private void result(Matcher tests) {
        boolean failed = !tests.group(2).equals("0") || !tests.group(3).equals("0");
        String text = tests.group(6) + "  " + tests.group(1) + " tests"
                + (tests.group(4).equals("0") ? "" : ", " + tests.group(4) + " skipped") + "  " + tests.group(5) + " s";
        if (failed) {
            console.trouble(text);
        } else {
            console.line("  ok  " + text);
        }
    }
}
