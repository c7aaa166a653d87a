package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPageTest {

    @Test
    void a_page_that_is_not_the_last_names_the_next() {
        EntryPage page = EntryPage.of(stored(9, 8, 7), 2);

        assertThat(page.items()).extracting(EntryView::index).containsExactly(9L, 8L);
        assertThat(EntryPage.before(Objects.requireNonNull(page.next()))).isEqualTo(OptionalLong.of(8));
    }

    @Test
    void the_last_page_names_none() {
        assertThat(EntryPage.of(stored(1, 0), 2).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "eA", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ"})
    void a_cursor_that_was_never_given_out_is_none(String cursor) {
        assertThat(EntryPage.before(cursor)).isEmpty();
    }

    private static List<StoredEntry> stored(long... indices) {
        return LongStream.of(indices)
                .mapToObj(index -> Entry.at(index, UnsealedFixture.intent("r-" + index, "a"), UnsealedFixture.NOW))
                .map(entry -> new StoredEntry(entry.index(), entry.leafHash(), entry.bytes()))
                .toList();
    }
}
