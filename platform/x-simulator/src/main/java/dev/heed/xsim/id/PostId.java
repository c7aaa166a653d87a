package dev.heed.xsim.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** Name of a post or of a direct message. A decimal string on the wire. */
public record PostId(long value) implements Comparable<PostId> {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Empty unless these are 1 to 19 digits that X could have minted. */
    public static Optional<PostId> parse(String text) {
        if (!text.matches("[0-9]{1,19}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostId(Long.parseLong(text)));
        } catch (NumberFormatException beyondSixtyThreeBits) {
            return Optional.empty();
        }
    }

    @JsonCreator
    static PostId of(String text) {
        return new PostId(Long.parseLong(text));
    }

    @JsonValue
    public String text() {
        return Long.toString(value);
    }

    /** Mixed: ids of one second differ in a few bits only, and those of one machine would fall into few places of a map. */
    @Override
    public int hashCode() {
        return Long.hashCode(value * MIX);
    }

    @Override
    public int compareTo(PostId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return text();
    }
}
