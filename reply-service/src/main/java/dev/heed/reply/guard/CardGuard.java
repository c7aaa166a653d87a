package dev.heed.reply.guard;

import java.util.List;

/** Keeps payment card numbers out of public replies: 13 to 19 digits of a card range whose Luhn sum is right. */
final class CardGuard implements Guard {
    private static final String NAME = "private-data.card";
    private static final String REASON =
            "This is a valid payment card number. Never post it: ask the customer to delete it too if it came from them.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> findings(String text) {
        return DigitRuns.in(text).stream()
                .filter(run -> isCard(run.digits()))
                .map(run -> new Check(NAME, Verdict.BLOCK, REASON, run.span()))
                .toList();
    }

    @Override
    public String allClear() {
        return "No payment card number found.";
    }

    private static boolean isCard(String digits) {
        return digits.length() >= 13
                && digits.length() <= 19
                && digits.charAt(0) >= '2'
                && digits.charAt(0) <= '6'
                && luhn(digits);
    }

    /** ISO/IEC 7812-1: every second digit from the right doubled, the sum of all digits divisible by ten. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
