package dev.heed.benchmarks.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void both_generations_of_the_serial_collector_count_and_their_spaces_do_not() {
        String told = """
                4711:
                DefNew     total 78656K, used 5120K [0x00000000f0000000, 0x00000000f5550000, 0x00000000f5550000)
                 eden space 69952K,   4% used [0x00000000f0000000, 0x00000000f02f5ea8, 0x00000000f4450000)
                Tenured    total 174784K, used 35840K [0x00000000f5550000, 0x0000000100000000, 0x0000000100000000)
                 the  space 174784K,  20% used [0x00000000f5550000, 0x00000000f77d4378, 0x0000000100000000)
                Metaspace       used 80000K, committed 90000K, reserved 1179648K
                """;

        assertThat(Heap.liveIn(told)).isEqualTo(40);
    }

    @Test
    void the_heap_of_g1_is_read_as_well() {
        assertThat(Heap.liveIn(" garbage-first heap   total 262144K, used 20480K [0x1, 0x2)\n"))
                .isEqualTo(20);
    }

    @Test
    void an_answer_that_tells_no_heap_is_not_taken_for_an_empty_one() {
        assertThat(Heap.liveIn("4711:\n")).isNaN();
    }
}
