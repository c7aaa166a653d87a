package dev.heed.xsim.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.call.Caller;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Caller APP = new Caller.App();
    private static final Caller ACME = new Caller.Person(new UserId(1), Set.of());
    private static final Caller BOB = new Caller.Person(new UserId(2), Set.of());

    private final Limits limits = new Limits();
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void theThreeHundredAndFirstCallOfAUserIsOneTooMany() {
        for (int i = 1; i <= 300; i++) {
            assertThat(call(Endpoint.MENTIONS, ACME).paid()).isTrue();
        }
        Toll refused = call(Endpoint.MENTIONS, ACME);
        assertThat(refused.paid()).isFalse();
        assertThat(refused.headers())
                .containsEntry("x-rate-limit-limit", "300")
                .containsEntry("x-rate-limit-remaining", "0")
                .containsEntry(
                        "x-rate-limit-reset", Long.toString(now.plusSeconds(900).getEpochSecond()));
    }

    @Test
    void usersAppAndEndpointsAreCountedApart() {
        for (int i = 0; i < 300; i++) {
            call(Endpoint.MENTIONS, ACME);
        }
        assertThat(call(Endpoint.MENTIONS, BOB).paid()).isTrue();
        assertThat(call(Endpoint.MENTIONS, APP).headers()).containsEntry("x-rate-limit-limit", "450");
        assertThat(call(Endpoint.SEARCH_RECENT, ACME).paid()).isTrue();
    }

    @Test
    void aWindowEndsFifteenMinutesAfterItsFirstCall() {
        call(Endpoint.MENTIONS, ACME);
        now = now.plus(Duration.ofMinutes(14));
        assertThat(call(Endpoint.MENTIONS, ACME).headers()).containsEntry("x-rate-limit-remaining", "298");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(call(Endpoint.MENTIONS, ACME).headers()).containsEntry("x-rate-limit-remaining", "299");
    }

    @Test
    void postsHaveADailyLimitOfTheWholeApp() {
        limits.scale(0.0002); // 100 a window become 1, 10,000 a day become 2
        assertThat(call(Endpoint.CREATE_POST, ACME).headers()).containsEntry("x-app-limit-24hour-remaining", "1");
        assertThat(call(Endpoint.CREATE_POST, BOB).headers()).containsEntry("x-app-limit-24hour-remaining", "0");
        now = now.plus(Duration.ofMinutes(15));
        assertThat(call(Endpoint.CREATE_POST, ACME).paid()).isFalse();
        now = now.plus(Duration.ofDays(1));
        assertThat(call(Endpoint.CREATE_POST, ACME).paid()).isTrue();
    }

    @Test
    void messagesHaveADailyLimitOfTheUser() {
        assertThat(call(Endpoint.SEND_MESSAGE, ACME).headers())
                .containsEntry("x-rate-limit-limit", "15")
                .containsEntry("x-user-limit-24hour-limit", "1440");
    }

    @Test
    void aCallThatIsTooManyCountsForNoLimit() {
        limits.scale(0.01);
        assertThat(call(Endpoint.CREATE_POST, ACME).paid()).isTrue();
        assertThat(call(Endpoint.CREATE_POST, ACME).paid()).isFalse();
        assertThat(call(Endpoint.CREATE_POST, ACME).headers()).containsEntry("x-app-limit-24hour-remaining", "99");
    }

    private Toll call(Endpoint endpoint, Caller caller) {
        return limits.count(endpoint, caller, now);
    }
}
