package dev.heed.xsim.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PageTokenTest {

    @Property
    void aTokenOpensForTheQuestionItWasSealedWith(
            @ForAll boolean older, @ForAll @LongRange(min = 0) long boundary, @ForAll String scope) {
        PageToken token = new PageToken(older, boundary);
        String sealed = token.seal(scope);
        assertThat(sealed).matches("[0-9a-v]{16,}");
        assertThat(PageToken.open(sealed, scope)).contains(token);
        assertThat(PageToken.open(sealed, scope + "'")).isEmpty();
    }

    @Property
    void aTokenThatWasChangedOpensNothing(
            @ForAll @LongRange(min = 0) long boundary,
            @ForAll @IntRange(max = 20) int place,
            @ForAll @IntRange(max = 31) int digit) {
        String sealed = new PageToken(true, boundary).seal("mentions/1");
        StringBuilder changed = new StringBuilder(sealed);
        changed.setCharAt(place, "0123456789abcdefghijklmnopqrstuv".charAt(digit));
        if (!changed.toString().equals(sealed)) {
            assertThat(PageToken.open(changed.toString(), "mentions/1")).isEmpty();
        }
    }

    @Property
    void nonsenseOpensNothing(@ForAll String nonsense) {
        assertThat(PageToken.open(nonsense, "mentions/1")).isEmpty();
    }

    @Test
    void aTokenCutShortOrDrawnOutOpensNothing() {
        String sealed = new PageToken(true, 42).seal("x");
        assertThat(PageToken.open(sealed.substring(1), "x")).isEmpty();
        assertThat(PageToken.open(sealed + "0", "x")).isEmpty();
    }
}
