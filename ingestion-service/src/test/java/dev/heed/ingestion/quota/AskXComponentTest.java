package dev.heed.ingestion.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.AccountId;
import dev.heed.x.RateLimit;
import dev.heed.x.XAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Parts
class AskXComponentTest {

    @Inject
    AskX door;

    @Inject
    Quotas quotas;

    @Inject
    ToldQuotas told;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    private final AtomicInteger calls = new AtomicInteger();
    private AccountId acme;
    private Ask mentions;

    @BeforeEach
    void begin() {
        quotas.forget();
        acme = accounts.registered("acme").id();
        mentions = new Ask(Endpoint.MENTIONS, acme, TokenKey.of(acme));
    }

    @Test
    void fiftySourcesMeetOneRefusalAndThenXIsLeftAlone() {
        Instant reset = Instant.now().plusSeconds(600);
        List<Asked<List<String>>> came =
                together(50, Uni.createFrom().item(() -> new XAnswer.Limited<>(reset, "Too Many Requests")));
        assertThat(calls).hasValue(1);
        assertThat(came).filteredOn(asked -> asked instanceof Asked.NotNow).hasSize(49);
        assertThat(came)
                .anySatisfy(asked -> assertThat(asked)
                        .isEqualTo(new Asked.Answered<>(new XAnswer.Limited<>(reset, "Too Many Requests"))));
    }

    @Test
    void fiftySourcesSpendNoMoreThanXHasLeft() {
        AtomicInteger left = new AtomicInteger(10);
        Instant reset = Instant.now().plusSeconds(600);
        Uni<XAnswer<List<String>>> x = Uni.createFrom()
                .item(() -> left.get() <= 0
                        ? new XAnswer.Limited<List<String>>(reset, "Too Many Requests")
                        : new XAnswer.Given<>(List.of(), new RateLimit(450, left.decrementAndGet(), reset)));
        List<Asked<List<String>>> came = together(50, x.onItem().delayIt().by(Duration.ofMillis(20)));
        assertThat(calls).hasValue(10);
        assertThat(came).filteredOn(asked -> asked instanceof Asked.NotNow).hasSize(40);
    }

    @Test
    void aCallThatFailsOrIsGivenUpDoesNotShutTheDoor() {
        assertThatThrownBy(() -> ask(Uni.createFrom().failure(new IllegalStateException("bug"))))
                .hasMessage("bug");
        ask(mentions, Uni.createFrom().nothing()).subscribe().with(answer -> {}).cancel();
        assertThat(ask(given("p"))).isInstanceOf(Asked.Answered.class);
    }

    @Test
    void aPageIsPaidForBeforeAnybodyHasWorkedIt() {
        ask(given(acme + "1", acme + "2"));
        assertThat(database.count("select micros from spending where account_id = '%s'".formatted(acme)))
                .isEqualTo(10_000);
    }

    @Test
    void whatXToldIsThereForEveryProcessToShow() {
        ask(given());
        told.write().await().atMost(Duration.ofSeconds(10));
        assertThat(told.all().await().atMost(Duration.ofSeconds(10)))
                .filteredOn(quota -> quota.token().equals(TokenKey.of(acme)))
                .singleElement()
                .satisfies(quota -> {
                    assertThat(quota.limit()).isEqualTo(450);
                    assertThat(quota.left(Instant.now())).isEqualTo(449);
                    assertThat(quota.left(quota.resetsAt())).isEqualTo(450);
                });
    }

    private static Uni<XAnswer<List<String>>> given(String... ids) {
        return Uni.createFrom()
                .item(new XAnswer.Given<>(
                        List.of(ids), new RateLimit(450, 449, Instant.now().plusSeconds(900))));
    }

    private List<Asked<List<String>>> together(int count, Uni<XAnswer<List<String>>> x) {
        return Uni.join()
                .all(IntStream.range(0, count).mapToObj(n -> ask(mentions, x)).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private Asked<List<String>> ask(Uni<XAnswer<List<String>>> x) {
        return ask(mentions, x).await().atMost(Duration.ofSeconds(30));
    }

    private Uni<Asked<List<String>>> ask(Ask ask, Uni<XAnswer<List<String>>> x) {
        return door.ask(
                ask,
                () -> {
                    calls.incrementAndGet();
                    return x;
                },
                Reads::posts);
    }
}
