package dev.heed.xsim.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.MovableClock;
import dev.heed.xsim.Receiver;
import dev.heed.xsim.Settings;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.ledger.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepWebhooksTest {

    @TempDir
    static Path folder = Path.of(".");

    private final MovableClock clock = new MovableClock();
    private final Receiver receiver = new Receiver();
    private final Settings settings = new Settings(Dialect.POSTS, 1);
    private final Wire wire = new Wire();
    private final Webhooks webhooks = new Webhooks();
    private final Path journal = folder.resolve(UUID.randomUUID().toString());
    private final KeepWebhooks keep = keep(webhooks);

    @BeforeEach
    void aWebhook() {
        assertThat(keep.add(receiver.url()).join()).isInstanceOf(Registration.Done.class);
    }

    @AfterEach
    void close() {
        receiver.close();
        wire.close();
    }

    @Test
    void silenceIsForgivenForTwentyEightHours() {
        receiver.challengeStatus = 500;
        clock.pass(Duration.ofHours(27));
        assertThat(isValidAfterChallenge()).isTrue();
        clock.pass(Duration.ofHours(1));
        assertThat(isValidAfterChallenge()).isFalse();
        receiver.challengeStatus = 200;
        assertThat(isValidAfterChallenge()).isTrue();
    }

    @Test
    void aRedirectIsNotForgiven() {
        receiver.challengeStatus = 302;
        assertThat(isValidAfterChallenge()).isFalse();
    }

    @Test
    void anInvalidWebhookDoesNotBecomeValidBySilence() {
        keep.invalidateAll();
        receiver.challengeStatus = 500;
        assertThat(isValidAfterChallenge()).isFalse();
    }

    @Test
    void thereAreOnlySoManyWebhooks() {
        assertThat(keep.add(receiver.url() + "/second").join())
                .isEqualTo(new Registration.Refused(
                        "WebhookLimitExceeded", "Number of webhooks already at the limit of 1."));
    }

    @Test
    void webhooksOutliveARestart() {
        keep.invalidateAll();
        Webhooks after = new Webhooks();
        assertThat(keep(after)).isNotSameAs(keep);
        assertThat(after.all()).isEqualTo(webhooks.all()).hasSize(1);
    }

    private boolean isValidAfterChallenge() {
        keep.challengeAll().join();
        return webhooks.all().getFirst().valid();
    }

    private KeepWebhooks keep(Webhooks room) {
        World world = new World(List.of(room), journal, clock);
        return new KeepWebhooks(world, room, new Challenge(wire, new Signature(settings)), settings);
    }
}
