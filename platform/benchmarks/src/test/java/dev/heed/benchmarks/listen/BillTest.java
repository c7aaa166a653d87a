package dev.heed.benchmarks.listen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillTest {

    @Test
    void the_bill_is_told_apart_by_who_asked_and_for_what() throws IOException {
        Bill bill = Bill.of(new ObjectMapper().readTree("""
                {"total":{"micros":20000},"days":[
                  {"day":"2026-11-01","micros":10000,"endpoints":[
                    {"endpoint":"mentions","caller":"app","calls":7,"resources":9,"billed":2,"micros":10000}]},
                  {"day":"2026-11-02","micros":10000,"endpoints":[
                    {"endpoint":"mentions","caller":"naive","calls":3,"resources":300,"billed":100,"micros":500000},
                    {"endpoint":"mentions","caller":"app","calls":8,"resources":9,"billed":2,"micros":10000}]}]}
                """));

        assertThat(bill.of("app").lines()).extracting(Bill.Line::billed).containsExactly(2L, 2L);
        assertThat(bill.of("naive").lines()).extracting(Bill.Line::calls).containsExactly(3L);
        assertThat(bill.of("app").billed(Set.of("mentions", "searchRecent"))).isEqualTo(4);
        assertThat(bill.of("app").billed(Set.of("posts"))).isZero();
        assertThat(bill.summed().lines())
                .containsExactly(new Bill.Line("mentions", "app", 15, 4), new Bill.Line("mentions", "naive", 3, 100));
    }
}
