package dev.heed.ingestion.account;

/** X's id of the user that an account is: digits, never changing, unlike the handle. */
public record AccountId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
