package dev.heed.reply.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps phone numbers out of public replies.
 *
 * <p>Blocks what is written as a phone number (a leading plus, or groups); a bare run of digits may as well be an order
 * number, so it is a warning.
 */
final class PhoneGuard implements Guard {
    private static final String NAME = "private-data.phone";
    private static final int FEWEST = 9;
    private static final int MOST = 15;
    private static final Pattern ADDRESS_OF_A_COMPUTER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern HAS_A_DATE =
            Pattern.compile("(?:19|20)\\d\\d[-/.]\\d\\d?[-/.]\\d\\d?|\\d\\d?[-/.]\\d\\d?[-/.](?:19|20)\\d\\d");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:([ .])\\d{3})(?:\\1\\d{3})*");
    private static final String PHONE =
            "This looks like a phone number. Everybody reads a public reply: ask for it, or give it, in a direct message.";
    private static final String NUMBER =
            "This long number may be a phone, order or account number. Make sure that everybody may read it.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> findings(String text) {
        return DigitRuns.in(text).stream().flatMap(run -> finding(run).stream()).toList();
    }

    @Override
    public String allClear() {
        return "No phone number found.";
    }

    private static Optional<Check> finding(DigitRun run) {
        int length = run.digits().length();
        if (length < FEWEST || length > MOST || isSomethingElse(run.text())) {
            return Optional.empty();
        }
        return Optional.of(
                run.hasSeparators()
                        ? new Check(NAME, Verdict.BLOCK, PHONE, run.span())
                        : new Check(NAME, Verdict.WARN, NUMBER, run.span()));
    }

    private static boolean isSomethingElse(String written) {
        return Stream.of(ADDRESS_OF_A_COMPUTER, THOUSANDS)
                        .anyMatch(other -> other.matcher(written).matches())
                || HAS_A_DATE.matcher(written).find();
    }
}
