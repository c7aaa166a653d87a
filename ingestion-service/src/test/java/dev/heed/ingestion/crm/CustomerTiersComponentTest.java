package dev.heed.ingestion.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.Parts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer records answer, lie, drip, fall silent and come back; whoever asks is never kept longer than the time-out. */
@QuarkusTest
@Parts
class CustomerTiersComponentTest {

    private static final Customer JO = new Customer("7", "jo");
    private static final Customer ANN = new Customer("8", null);
    /** The time-out and what a busy machine adds to it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Vertx vertx;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FakeCrm crm;
    private CustomerTiers tiers;

    @BeforeEach
    void begin() {
        crm = new FakeCrm();
        tiers = tiers(Optional.of(crm.url() + "/hook/"));
    }

    @AfterEach
    void end() {
        crm.close();
    }

    @Test
    void aCustomersTierIsToldAndOnlyOfThoseAskedFor() {
        crm.knows(Map.of("7", "vip", "99", "somebody else"));
        assertThat(of(JO, ANN)).isEqualTo(Map.of("7", "vip"));
        FakeCrm.Asked asked = crm.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/hook/customers/lookup");
        assertThat(asked.authorization()).isEqualTo("Bearer crm-secret");
        assertThat(asked.question().encode())
                .isEqualTo("{\"customers\":[{\"xUserId\":\"7\",\"handle\":\"jo\"},{\"xUserId\":\"8\"}]}");
        assertThat(tiers.complaint()).isEmpty();
    }

    @Test
    void whatWasToldIsBelievedAlsoThatSomebodyIsNoCustomer() {
        crm.knows(Map.of("7", "vip"));
        of(JO, ANN);
        assertThat(of(ANN, JO)).isEqualTo(Map.of("7", "vip"));
        assertThat(of(JO, new Customer("9", null))).isEqualTo(Map.of("7", "vip"));
        assertThat(crm.asked()).hasSize(2);
        assertThat(crm.asked().getLast().ids()).containsExactly("9");
    }

    @Test
    void manyAreAskedForInBatchesOf200() {
        List<Customer> many = IntStream.range(0, 450)
                .mapToObj(n -> new Customer(Integer.toString(1_000 + n), null))
                .toList();
        await(tiers, many);
        assertThat(crm.asked()).hasSize(3).allMatch(asked -> asked.ids().size() <= 200);
        assertThat(crm.asked().stream().flatMap(asked -> asked.ids().stream()).distinct())
                .hasSize(450);
    }

    @Test
    void withoutRecordsNobodyIsAskedAndNothingIsWrong() {
        CustomerTiers none = tiers(Optional.empty());
        assertThat(await(none, List.of(JO))).isEmpty();
        assertThat(none.complaint()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsToldAndAsksNobody() {
        CustomerTiers wrong = tiers(Optional.of("ftp://127.0.0.1"));
        assertThat(await(wrong, List.of(JO))).isEmpty();
        assertThat(wrong.complaint())
                .hasValueSatisfying(words -> assertThat(words).contains("HEED_CRM_URL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "null",
                "[]",
                "{}",
                "{\"customers\":{}}",
                "{\"customers\":",
                "\"customers\"",
                "[[[[[["
            })
    void whatIsNoAnswerGivesNoTierAndIsToldInWords(String body) {
        crm.says(200, body);
        assertThat(of(JO)).isEmpty();
        assertThat(tiers.complaint())
                .hasValueSatisfying(words -> assertThat(words).contains("127.0.0.1", "cannot be read"));
        crm.knows(Map.of("7", "vip"));
        assertThat(of(JO)).isEqualTo(Map.of("7", "vip"));
        assertThat(tiers.complaint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 400, 401, 404, 429, 500, 503})
    void aStatusThatIsNoAnswerGivesNoTier(int status) {
        crm.says(status, "{\"customers\":[{\"xUserId\":\"7\",\"tier\":\"vip\"}]}");
        assertThat(of(JO)).isEmpty();
        assertThat(tiers.complaint())
                .hasValueSatisfying(words -> assertThat(words).contains("" + status));
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FakeCrm elsewhere = new FakeCrm()) {
            elsewhere.knows(Map.of("7", "vip"));
            crm.does((request, question) -> {
                var _ = request.response()
                        .setStatusCode(307)
                        .putHeader("location", elsewhere.url() + "/customers/lookup")
                        .end();
            });
            assertThat(of(JO)).isEmpty();
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void tenMegabytesAreBrokenOff() {
        AtomicBoolean closed = new AtomicBoolean();
        crm.does((request, question) -> {
            request.connection().closeHandler(gone -> closed.set(true));
            var _ = request.response().setStatusCode(200).end(Buffer.buffer(new byte[10 * 1024 * 1024]));
        });
        assertThat(of(JO)).isEmpty();
        assertThat(tiers.complaint()).isPresent();
        eventually(closed);
    }

    @Test
    void aDrippingAnswerIsBrokenOff() {
        AtomicBoolean closed = new AtomicBoolean();
        crm.does((request, question) -> {
            request.connection().closeHandler(gone -> closed.set(true));
            request.response().setChunked(true);
            var _ = vertx.setPeriodic(40, timer -> {
                if (closed.get()) {
                    vertx.cancelTimer(timer);
                } else {
                    var _ = request.response().write(" ");
                }
            });
        });
        Instant begun = Instant.now();
        assertThat(of(JO)).isEmpty();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(tiers.complaint())
                .hasValueSatisfying(words -> assertThat(words).contains("no answer in time"));
        eventually(closed);
    }

    @Test
    void silenceAndAResetGiveNoTier() {
        crm.does((request, question) -> {});
        assertThat(of(JO)).isEmpty();
        crm.does((request, question) -> {
            var _ = request.connection().close();
        });
        assertThat(of(JO)).isEmpty();
        crm.close();
        assertThat(of(JO)).isEmpty();
        crm = new FakeCrm();
    }

    @Test
    void recordsThatKeepFailingAreLeftAloneAndTriedAgainAfterAWhile() {
        crm.says(500, "");
        for (int call = 0; call < 20; call++) {
            assertThat(of(JO)).isEmpty();
        }
        assertThat(crm.asked()).hasSize(6);
        assertThat(meters.get("heed.crm.calls")
                        .tag("outcome", "not_asked")
                        .timer()
                        .count())
                .isEqualTo(14);
        assertThat(meters.get("heed.crm.answers").gauge().value()).isZero();

        crm.knows(Map.of("7", "vip"));
        Instant end = Instant.now().plus(PATIENCE);
        while (of(JO).isEmpty() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(of(JO)).isEqualTo(Map.of("7", "vip"));
        assertThat(crm.asked()).hasSize(7);
        assertThat(meters.get("heed.crm.answers").gauge().value()).isEqualTo(1);
    }

    private CustomerTiers tiers(Optional<String> url) {
        CrmConfig config = CrmFixture.config(url);
        return new CustomerTiers(
                config, new CrmWire(vertx, config), new CrmGuard(config, meters, Clock.systemUTC()), meters);
    }

    private Map<String, String> of(Customer... people) {
        return await(tiers, List.of(people));
    }

    private static Map<String, String> await(CustomerTiers tiers, List<Customer> people) {
        return tiers.of(people).await().atMost(PATIENCE);
    }

    private static void eventually(AtomicBoolean happened) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!happened.get() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(happened).isTrue();
    }
}
