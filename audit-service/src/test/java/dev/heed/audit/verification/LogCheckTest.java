package dev.heed.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.audit.tree.LeafHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    @Test
    void a_log_as_it_was_sealed_is_whole() {
        LogCheck check = LogCheck.begin().after(List.of(leaf(0), leaf(1))).after(List.of(leaf(2)));

        assertThat(check.broken()).isEmpty();
        assertThat(check.checked()).isEqualTo(3);
    }

    @Test
    void changed_bytes_are_found() {
        Leaf leaf = leaf(1);
        leaf.bytes()[3] ^= 1;

        assertBroken(LogCheck.begin().after(List.of(leaf(0), leaf, leaf(2))), 1, "leaf hash");
    }

    @Test
    void a_missing_entry_is_found_by_its_gap() {
        assertBroken(LogCheck.begin().after(List.of(leaf(0), leaf(2))), 1, "missing");
    }

    @Test
    void a_missing_first_entry_is_found() {
        assertBroken(LogCheck.begin().after(List.of(leaf(1))), 0, "missing");
    }

    @Test
    void an_entry_hidden_from_search_is_found() {
        Leaf leaf = leaf(0);
        Leaf.Columns moved = new Leaf.Columns("intent", "e-0", "other", null, "r-0", null);

        assertBroken(LogCheck.begin().after(List.of(new Leaf(0, leaf.bytes(), leaf.leafHash(), moved))), 0, "columns");
    }

    private static void assertBroken(LogCheck check, long index, String why) {
        assertThat(check.checked()).isEqualTo(index);
        assertThat(check.broken()).hasValueSatisfying(broken -> {
            assertThat(broken.index()).isEqualTo(index);
            assertThat(broken.why()).contains(why);
        });
    }

    private static Leaf leaf(long index) {
        byte[] bytes = """
                {"account":"1001","kind":"intent","replyId":"r-%1$d","source":{"event":"e-%1$d"}}""".formatted(index).getBytes(StandardCharsets.UTF_8);
        Leaf.Columns columns = new Leaf.Columns("intent", "e-" + index, "1001", null, "r-" + index, null);
        return new Leaf(index, bytes, LeafHash.of(bytes).bytes(), columns);
    }
}
