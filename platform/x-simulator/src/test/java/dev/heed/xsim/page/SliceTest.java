package dev.heed.xsim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Property
    void aWalkShowsEverythingOnceThoughMoreIsPostedMeanwhile(
            @ForAll Set<@LongRange(min = 1, max = 1_000) Long> ids, @ForAll @IntRange(min = 1, max = 20) int most) {
        List<Long> newestFirst = new ArrayList<>(new TreeSet<>(ids).descendingSet());
        List<Long> before = List.copyOf(newestFirst);
        List<Long> seen = new ArrayList<>();
        Optional<PageToken> token = Optional.empty();
        long fresh = 2_000;
        do {
            Slice<Long> slice = Slice.of(newestFirst, id -> id, token, most);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(most);
            seen.addAll(slice.items());
            token = slice.next();
            newestFirst.addFirst(fresh++);
        } while (token.isPresent());
        assertThat(seen).isEqualTo(before);
    }

    @Property
    void theWayBackLeadsThroughTheSamePages(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(min = 1, max = 20) int most) {
        List<Long> newestFirst = new ArrayList<>();
        for (long id = 1; id <= size; id++) {
            newestFirst.add(id);
        }
        Collections.reverse(newestFirst);
        List<List<Long>> forth = new ArrayList<>();
        Slice<Long> slice = Slice.of(newestFirst, id -> id, Optional.empty(), most);
        forth.add(slice.items());
        while (slice.next().isPresent()) {
            slice = Slice.of(newestFirst, id -> id, slice.next(), most);
            forth.add(slice.items());
        }
        List<List<Long>> back = new ArrayList<>(List.of(slice.items()));
        while (slice.previous().isPresent()) {
            slice = Slice.of(newestFirst, id -> id, slice.previous(), most);
            back.add(slice.items());
        }
        assertThat(back.reversed()).isEqualTo(forth);
    }

    @Test
    void nothingHasNoPages() {
        assertThat(Slice.of(List.<Long>of(), id -> id, Optional.empty(), 10))
                .isEqualTo(new Slice<>(List.of(), Optional.empty(), Optional.empty()));
    }
}
