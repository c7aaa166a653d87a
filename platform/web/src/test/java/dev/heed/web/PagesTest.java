package dev.heed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pages<Long> LETTERS = Pages.of("letters", Cursor.ofPosition());

    @Test
    void one_more_than_a_page_holds_is_read() {
        PageRequest<Long> first = LETTERS.asked(Optional.empty(), "2");

        assertThat(first.after()).isEmpty();
        assertThat(first.toRead()).isEqualTo(3);
    }

    @Test
    void a_page_that_is_not_the_last_names_the_next() {
        Page<Long> page = LETTERS.asked(Optional.empty(), "2").cut(List.of(9L, 8L, 7L), letter -> letter);

        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(LETTERS.asked(Optional.ofNullable(page.next()), "2").after()).contains(8L);
    }

    @Test
    void the_last_page_names_none() {
        assertThat(LETTERS.asked(Optional.empty(), "2").cut(List.of(1L, 0L), letter -> letter))
                .isEqualTo(new Page<>(List.of(1L, 0L), null));
    }

    @Test
    void what_a_page_shows_keeps_its_next() {
        assertThat(new Page<>(List.of(1L), "MQ").map(Object::toString)).isEqualTo(new Page<>(List.of("1"), "MQ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void a_page_has_1_to_200_items(String limit) {
        assertThat(LETTERS.asked(Optional.empty(), limit).size()).isEqualTo(Integer.parseInt(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "", "99999999999"})
    void another_limit_is_refused_in_words(String limit) {
        assertThatThrownBy(() -> LETTERS.asked(Optional.empty(), limit))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.body().toString())
                                .contains(
                                        "limit-out-of-range",
                                        "A page has 1 to 200 letters",
                                        "limit is a number from 1 to 200."));
    }

    @Test
    void a_cursor_that_was_never_given_out_is_refused_in_words() {
        assertThatThrownBy(() -> LETTERS.asked(Optional.of("nonsense"), "2"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.body().toString())
                                .contains("unknown-cursor", "Give back what `next` said, or leave it out."));
    }

    @Test
    void a_list_may_refuse_in_words_of_its_own() {
        Problem lost = Problem.of(400, "lost", "Lost", "Begin again.");
        Problem tooMuch = Problem.of(400, "too-much", "Too much", "Ask for less.");
        Pages<Long> pages = Pages.refusing(Cursor.ofPosition(), lost, tooMuch);

        assertThatThrownBy(() -> pages.asked(Optional.of("nonsense"), "2")).isSameAs(lost);
        assertThatThrownBy(() -> pages.asked(Optional.empty(), "0")).isSameAs(tooMuch);
    }
}
