package dev.heed.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerPostTest {

    @Test
    void aHandleIsAddressedAsAWholeWordInAnyCase() {
        assertThat(shown("hello @ACME!").addresses("acme")).isTrue();
        assertThat(shown("@acmehelp hello").addresses("acme")).isFalse();
        assertThat(shown("mail me@acme.example").addresses("acme")).isFalse();
        assertThat(shown("acme is fine").addresses("acme")).isFalse();
    }

    @Test
    void theImpliedMentionsOfAReplyCount() {
        LedgerPost reply =
                new LedgerPost("1", "post", "mara", "7", "thanks", "@acme thanks", "2", Instant.EPOCH, "control", null);

        assertThat(reply.addresses("acme")).isTrue();
    }

    private static LedgerPost shown(String text) {
        return new LedgerPost("1", "post", "mara", "7", text, null, null, Instant.EPOCH, "control", null);
    }
}
