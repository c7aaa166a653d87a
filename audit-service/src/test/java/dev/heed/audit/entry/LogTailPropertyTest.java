package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.audit.entry.LogTail.KnownResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in whatever batches, with whatever repetitions: the log's three promises hold. */
class LogTailPropertyTest {

    @Property(tries = 300)
    void indices_have_no_gap_and_nothing_is_sealed_twice(@ForAll("batches") List<List<Unsealed>> batches) {
        List<Entry> log = sealAll(batches);

        assertThat(log)
                .extracting(Entry::index)
                .containsExactlyElementsOf(
                        LongStream.range(0, log.size()).boxed().toList());
        assertThat(log).extracting(entry -> entry.facts().source().event()).doesNotHaveDuplicates();
        assertThat(log.stream().filter(entry -> entry.facts().kind() == Kind.RESPONSE))
                .extracting(entry -> entry.facts().replyId())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void nothing_that_says_something_new_is_lost(@ForAll("batches") List<List<Unsealed>> batches) {
        Set<UUID> sealed = new HashSet<>();
        sealAll(batches).forEach(entry -> sealed.add(entry.facts().source().event()));

        List<Unsealed> lost = batches.stream()
                .flatMap(List::stream)
                .filter(facts -> !sealed.contains(facts.source().event()))
                .toList();

        assertThat(lost).allMatch(facts -> facts.kind() == Kind.RESPONSE);
        assertThat(lost)
                .allMatch(facts -> sealAll(batches).stream()
                        .anyMatch(entry -> entry.facts().kind() == Kind.RESPONSE
                                && KnownResponse.of(entry.facts()).equals(KnownResponse.of(facts))));
    }

    @Provide
    Arbitrary<List<List<Unsealed>>> batches() {
        return event().list().ofMaxSize(12).list().ofMaxSize(8);
    }

    /** Few ids, so that repetitions and conflicts are the rule. */
    private static Arbitrary<Unsealed> event() {
        return Combinators.combine(
                        Arbitraries.of(Kind.INTENT, Kind.RESPONSE, Kind.REFUSAL),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("r-1", "r-2", "r-3"),
                        Arbitraries.of("9001", "9002"),
                        Arbitraries.of("a", "b"))
                .as(LogTailPropertyTest::event);
    }

    private static Unsealed event(Kind kind, int delivery, String reply, String post, String text) {
        byte[] said = (kind.word() + delivery + reply + post + text).getBytes(StandardCharsets.US_ASCII);
        return UnsealedFixture.of(kind, UUID.nameUUIDFromBytes(said), reply, post, UnsealedFixture.body(text));
    }

    private static List<Entry> sealAll(List<List<Unsealed>> batches) {
        List<Entry> log = new ArrayList<>();
        batches.forEach(batch -> log.addAll(tail(log).seal(batch, UnsealedFixture.NOW)));
        return log;
    }

    /** What the database would answer; more than the batch asks for does no harm. */
    private static LogTail tail(List<Entry> log) {
        Set<UUID> events = new HashSet<>();
        List<KnownResponse> responses = new ArrayList<>();
        IntStream.range(0, log.size()).mapToObj(log::get).map(Entry::facts).forEach(facts -> {
            events.add(facts.source().event());
            if (facts.kind() == Kind.RESPONSE) {
                responses.add(KnownResponse.of(facts));
            }
        });
        return new LogTail(log.size(), events, responses);
    }
}
