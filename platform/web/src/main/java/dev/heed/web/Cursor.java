package dev.heed.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How a list writes down where a page ended, for callers to give back: opaque text, safe in a query (base64url).
 *
 * @param <P> a place in the list's order
 */
public final class Cursor<P> {

    private static final int LENGTH_OF_ID = 2 * Long.BYTES;

    private final Function<P, byte[]> writing;
    private final Function<byte[], P> reading;

    private Cursor(Function<P, byte[]> writing, Function<byte[], P> reading) {
        this.writing = writing;
        this.reading = reading;
    }

    /** Of a list whose items are numbered, from 0. */
    public static Cursor<Long> ofPosition() {
        return ofWords(position -> Long.toString(position), Cursor::position);
    }

    /** Of a list that is in the order of its items' ids. */
    public static Cursor<UUID> ofId() {
        return new Cursor<>(Cursor::bytes, Cursor::id);
    }

    /**
     * Of a list whose places need words of their own.
     *
     * @param reading throws IllegalArgumentException or DateTimeException at words that {@code writing} does not write
     */
    public static <P> Cursor<P> ofWords(Function<P, String> writing, Function<String, P> reading) {
        return new Cursor<>(
                place -> writing.apply(place).getBytes(StandardCharsets.UTF_8),
                bytes -> reading.apply(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The text that a caller gives back to go on behind this place. */
    public String write(P place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(writing.apply(place));
    }

    /** The place that a caller gave back; empty if no such cursor was ever given out. */
    public Optional<P> read(String text) {
        try {
            return Optional.of(reading.apply(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Long position(String words) {
        if (!words.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("not a position");
        }
        return Long.valueOf(words);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(LENGTH_OF_ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID id(byte[] bytes) {
        if (bytes.length != LENGTH_OF_ID) {
            throw new IllegalArgumentException("not an id");
        }
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }
}
