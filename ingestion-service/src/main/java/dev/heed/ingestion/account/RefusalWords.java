package dev.heed.ingestion.account;

import dev.heed.x.Refusal;

/** Why X does not let us listen, for the people who have to do something about it. */
public final class RefusalWords {

    private static final int MOST = 300;

    private RefusalWords() {}

    /** @param detail X's own words */
    public static String of(Refusal refusal, String detail) {
        String what = switch (refusal) {
            case CREDITS_DEPLETED -> "The credits at X are spent: nothing is heard by asking until somebody adds some";
            case UNAUTHORIZED ->
                "X does not accept our token: connect the account again, or set HEED_X_BEARER_TOKEN to the app's present one";
            case FORBIDDEN -> "X forbids it: the account may be suspended or protected, or our plan may not allow it";
            case NOT_FOUND -> "X no longer shows the account: it may be suspended, deactivated or renamed";
            default -> "X refuses";
        };
        String said = detail.strip();
        return said.isEmpty()
                ? what + "."
                : "%s. X says: %s".formatted(what, said.substring(0, Math.min(MOST, said.length())));
    }

    /** With a full stop, where it has none. */
    public static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
