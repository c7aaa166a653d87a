package dev.heed.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcTest {
    private static final String REST = " 1 77 77 0 -1 4194560 100 0 0 0 5 3 0 0 20 0 1 0 987654 2200000 300";

    @Test
    void readsAProgramNamedWithBlanksAndBrackets() {
        assertThat(Proc.parse("77 (a (b) c) S" + REST)).hasValue(new Proc.Seen(77, 'S', 77, 987654));
    }

    @Test
    void takesAZombieForGone() {
        assertThat(Proc.parse("77 (java) Z" + REST).orElseThrow().gone()).isTrue();
    }

    @Test
    void refusesHalfALine() {
        assertThat(Proc.parse("77 (java) S 1 77")).isEmpty();
        assertThat(Proc.parse("")).isEmpty();
    }

    @Test
    void seesItself() {
        assertThat(Proc.see(ProcessHandle.current().pid())).isPresent();
        assertThat(Proc.command(ProcessHandle.current().pid())).contains("java");
    }

    @Test
    void doesNotSeeWhatIsNotThere() {
        assertThat(Proc.see(Integer.MAX_VALUE)).isEmpty();
    }
}
