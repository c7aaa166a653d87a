package dev.heed.xsim.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** Name of an X account. A decimal string on the wire. */
public record UserId(long value) implements Comparable<UserId> {

    /** Empty unless these are 1 to 19 digits that X could have minted. */
    public static Optional<UserId> parse(String text) {
        if (!text.matches("[0-9]{1,19}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UserId(Long.parseLong(text)));
        } catch (NumberFormatException beyondSixtyThreeBits) {
            return Optional.empty();
        }
    }

    @JsonCreator
    static UserId of(String text) {
        return new UserId(Long.parseLong(text));
    }

    @JsonValue
    public String text() {
        return Long.toString(value);
    }

    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return text();
    }
}
