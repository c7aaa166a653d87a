package dev.heed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor<Long> OF_POSITION = Cursor.ofPosition();
    private static final Cursor<UUID> OF_ID = Cursor.ofId();
    private static final Cursor<LocalDate> OF_DAY = Cursor.ofWords(LocalDate::toString, LocalDate::parse);

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 999_999_999_999_999_999L})
    void a_position_comes_back(long position) {
        assertThat(OF_POSITION.read(OF_POSITION.write(position))).contains(position);
    }

    @Test
    void an_id_comes_back() {
        UUID id = UUID.fromString("0198f3a2-7c11-7d3e-9a55-ffee00112233");

        assertThat(OF_ID.read(OF_ID.write(id))).contains(id);
    }

    @Test
    void a_place_with_words_of_its_own_comes_back() {
        LocalDate day = LocalDate.of(2026, 2, 28);

        assertThat(OF_DAY.read(OF_DAY.write(day))).contains(day);
    }

    @Test
    void it_is_safe_in_a_query() {
        assertThat(OF_ID.write(new UUID(-1, -1))).isEqualTo("_____________________w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "eA", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ"})
    void what_was_never_given_out_is_no_position(String text) {
        assertThat(OF_POSITION.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "eA", "_____________________"})
    void what_was_never_given_out_is_no_id(String text) {
        assertThat(OF_ID.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MjAyNi0wMi0zMA"})
    void what_was_never_given_out_is_no_place_in_words(String text) {
        assertThat(OF_DAY.read(text)).isEmpty();
    }
}
