package dev.heed.reply.guard;

import java.util.List;
import java.util.stream.Stream;

/** All guards of a public reply, in the order in which an agent reads them. */
public final class Guards {
    /** Name of the guard that refuses a text without words. */
    public static final String EMPTY = EmptyTextGuard.NAME;

    /** Name of the guard that refuses a text longer than X takes. */
    public static final String LENGTH = LengthGuard.NAME;

    private static final List<Guard> OF_A_PUBLIC_REPLY = List.of(
            new EmptyTextGuard(),
            new LengthGuard(),
            new EmailGuard(),
            new PhoneGuard(),
            new CardGuard(),
            new IbanGuard());

    private Guards() {}

    /** Every finding, and one passing check for each guard that found nothing. */
    public static List<Check> check(String text) {
        return OF_A_PUBLIC_REPLY.stream().flatMap(guard -> checks(guard, text)).toList();
    }

    /** Whether a text with these checks may be posted. */
    public static boolean letPost(List<Check> checks) {
        return checks.stream().allMatch(check -> check.verdict().letsPost());
    }

    private static Stream<Check> checks(Guard guard, String text) {
        List<Check> findings = guard.findings(text);
        return findings.isEmpty() ? Stream.of(Check.pass(guard.name(), guard.allClear())) : findings.stream();
    }
}
