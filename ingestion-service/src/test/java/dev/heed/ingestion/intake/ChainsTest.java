package dev.heed.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Answerable;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.Kind;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Post;
import dev.heed.ingestion.mention.Via;
import dev.heed.messaging.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void aPostThatNobodyKnowsBeginsAChain() {
        assertThat(new Chains(Map.of()).of(version("9", "9", "10").mention().post()))
                .isEqualTo("9");
    }

    @Test
    void aPostOfWhichAnyVersionIsKnownBelongsThere() {
        Chains chains = new Chains(Map.of("10", "10"));
        Heard newer = version("11", "9", "10", "11");
        assertThat(chains.of(newer.mention().post())).isEqualTo("10");
        assertThat(chains.misfiled(List.of(newer), Set.of("9", "11"))).isEqualTo(Map.of("9", "10", "11", "10"));
    }

    @Test
    void ofSeveralVersionsOnAPageTheNewestCountsInAnyOrder() {
        Heard one = version("9", "9");
        Heard two = version("10", "9", "10");
        Chains chains = new Chains(Map.of());
        assertThat(chains.newest(List.of(one, two))).isEqualTo(Map.of("9", two));
        assertThat(chains.newest(List.of(two, one))).isEqualTo(Map.of("9", two));
    }

    @Test
    void whoWritesTwiceOnAPageIsNoStrangerTheSecondTime() {
        List<Heard> counted = AuthorTally.inOrder(List.of(version("9", "9"), version("12", "12")));
        assertThat(counted.get(0).author().mentionsBefore()).isZero();
        assertThat(counted.get(1).author().mentionsBefore()).isEqualTo(1);
        assertThat(counted.get(1).author().firstHeardAt()).isEqualTo(NOW);
    }

    private static Heard version(String id, String... versions) {
        Post post = new Post(
                id, List.of(versions), "@acme v" + id, "7", "jo", "Jo", NOW, "9", null, null, null, null, List.of());
        Mention mention = new Mention(
                new AccountId("1"),
                "acme",
                post,
                Kind.MENTION,
                true,
                null,
                new Answerable(true, "because"),
                NOW,
                Via.POLL,
                Trace.continueFrom(null));
        return new Heard(mention, null, AuthorContext.UNKNOWN);
    }
}
