package dev.heed.ingestion.consent;

/** What came of connecting an account. */
sealed interface ConnectAnswer {

    /** @param authorizeUrl the page on X where the account's owner consents; good once, for ten minutes */
    record Asked(String authorizeUrl) implements ConnectAnswer {

        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    record Connected(String handle) implements ConnectAnswer {}

    /** Nobody registered it, or somebody removed it. */
    record UnknownAccount(String given) implements ConnectAnswer {}

    /** This installation cannot connect: something is not configured. */
    record NotPossible(String why) implements ConnectAnswer {}

    /** The state is made up, spent, or older than ten minutes. */
    record UnknownState() implements ConnectAnswer {}

    /** The account's owner said no, on X. */
    record Declined(String what) implements ConnectAnswer {}

    /** Somebody else consented than the account that was to be connected. */
    record WrongAccount(String asked, String consented) implements ConnectAnswer {}

    record XRefused(String detail) implements ConnectAnswer {}

    record XSilent(String cause) implements ConnectAnswer {}
}
