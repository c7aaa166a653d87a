package dev.heed.xsim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesHoldCommasQuotesAndLines() {
        assertThat(Csv.read("a,\"b,\"\"c\"\"\nd\",\r\n\r\ne,f,g"))
                .containsExactly(
                        new Csv.Line(1, List.of("a", "b,\"c\"\nd", ""), false),
                        new Csv.Line(4, List.of("e", "f", "g"), false));
    }

    @Test
    void aQuoteThatNeverClosesCostsOneLine() {
        assertThat(Csv.read("a,\"b\nc,d\ne,f\n"))
                .containsExactly(
                        new Csv.Line(1, List.of(), true),
                        new Csv.Line(2, List.of("c", "d"), false),
                        new Csv.Line(3, List.of("e", "f"), false));
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll @Size(min = 1, max = 5)
                    List<
                                    @Size(min = 2, max = 4) List<
                                            @Chars({',', '"', '\n', 'a', ' '}) @CharRange(from = 'b', to = 'z') String>>
                            records) {
        StringBuilder text = new StringBuilder();
        for (List<String> record : records) {
            text.append(String.join(
                            ",",
                            record.stream()
                                    .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append('\n');
        }
        assertThat(Csv.read(text.toString()).stream().map(Csv.Line::fields).toList())
                .isEqualTo(records);
    }

    @Property
    void everyTextCanBeRead(@ForAll @Chars({',', '"', '\n', '\r', 'a'}) @NotEmpty String text) {
        assertThat(Csv.read(text)).allMatch(line -> line.number() >= 1);
    }
}
