package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.local.api.Answer;
import dev.heed.local.api.TicketView;
import dev.heed.local.postgres.PostgresServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens on X and to the service that listens: everything is heard, once, and what is taken back is gone. */
@ExtendWith(RunningHeed.class)
class ListeningIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    @Test
    void aMentionThatXDeliversIsOnATicketBeforeAnyLookAndOnlyOnce(Heed heed) {
        Listening ears = Listening.to(heed, "ListenRail");
        awaitDeliveries(ears);
        ears.control("POST", "/sim/webhooks/faults", "{\"duplicate\":3}");

        String post = ears.postsUnseen("hasty_hana", "the train stands still, what is going on?", 20_000);

        await("ticket")
                .atMost(AT_ONCE)
                .until(() -> heed.product().ticketOf(post).isPresent());
        assertThat(ears.wasShown(post)).as("shown by X before it was delivered").isFalse();
        assertThat(ears.heard(post).path("via").asText()).isEqualTo("webhook");

        String later = heed.customerPosts("hasty_hana", "@ListenRail hello? Anybody?");
        heed.ticketOf(later);
        assertThat(ears.ticketed()).containsEntry(post, 1).containsEntry(later, 1);
    }

    @Test
    void whatXDeliversTwiceNotAtAllForgedOrInDisorderIsHeardOnce(Heed heed) {
        Listening ears = Listening.to(heed, "ListenTram");
        awaitDeliveries(ears);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int posts = 120;
        for (String fault : List.of("duplicate", "drop", "badSignature", "reorder")) {
            ears.control("POST", "/sim/webhooks/faults", "{\"%s\":10}".formatted(fault));
            ears.burst(posts / 4);
        }
        await("posts").atMost(Heed.SOON).until(() -> ears.mentionsSince(begin).size() == posts);
        ears.control("POST", "/sim/webhooks/invalidate", "");
        String last = heed.customerPosts("tidy_tim", "@ListenTram and when nothing is delivered at all?");

        heed.ticketOf(last);
        await("all " + posts + " on tickets")
                .atMost(Heed.SOON)
                .untilAsserted(() -> assertThat(ears.ticketed().keySet()).containsAll(ears.mentionsSince(begin)));
        assertThat(ears.ticketed().values()).as("no post is on two tickets").containsOnly(1);
    }

    @Test
    void aPostThatItsAuthorDeletesIsGoneEverywhere(Heed heed) {
        Listening ears = Listening.to(heed, "ListenPost");
        String mark = "Quittenmus" + UUID.randomUUID().toString().replace("-", "");
        String post = heed.customerPosts("sorry_sven", "@ListenPost my address is " + mark + ", please send it there");
        TicketView ticket = heed.ticketOf(post);
        assertThat(Stores.holding(heed.installation().postgres(), mark)).isNotEmpty();

        ears.control("DELETE", "/sim/posts/" + post, "");

        PostgresServer databases = heed.installation().postgres();
        await("erasure").atMost(Heed.SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            Stores.hastenLookUp(databases, post);
            assertThat(Stores.holding(databases, mark)).isEmpty();
        });
        assertThat(ears.heard(post).toString()).doesNotContain(mark);
        assertThat(heed.product().ticket(ticket.id()).toString()).doesNotContain(mark);
        assertThat(heed.product().ticket(ticket.id()).decision().rule())
                .as("the decision stays")
                .isEqualTo(ticket.decision().rule());
    }

    @Test
    void whatWasPostedWhileListeningWasDeadAndXAwayIsHeardAfterwards(Heed heed) {
        Listening ears = Listening.to(heed, "ListenAir");
        heed.ticketOf(heed.customerPosts("early_eve", "@ListenAir is the desk open?"));
        Instant outage = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int missed = 1_000;

        heed.installation().kill9("ingestion");
        ears.burst(missed);
        await("posts").atMost(Heed.SOON).until(() -> ears.mentionsSince(outage).size() == missed);
        ears.control("POST", "/sim/faults", "{\"endpoint\":\"mentions\",\"status\":503,\"count\":3}");
        ears.control("POST", "/sim/faults", "{\"endpoint\":\"searchRecent\",\"status\":503,\"count\":3}");
        heed.installation().restart("ingestion");

        List<String> wanted = ears.mentionsSince(outage);
        await("all " + missed + " on tickets")
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(ears.ticketed().keySet()).containsAll(wanted));
        assertThat(ears.ticketed().values()).as("no post is on two tickets").containsOnly(1);
    }

    @Test
    void aPausedAccountHearsNothingAndEverythingOnceItIsResumed(Heed heed) {
        Listening ears = Listening.to(heed, "ListenBank");
        heed.ticketOf(heed.customerPosts("calm_cleo", "@ListenBank good morning, are you there?"));

        ears.status("paused");
        String missed = heed.customerPosts("calm_cleo", "@ListenBank my card does not work");
        String witness = heed.customerPosts("calm_cleo", "@ListenBank really, it does not");
        await("some looks")
                .during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(10))
                .until(() -> heed.product().ticketOf(missed).isEmpty());

        ears.status("active");

        heed.ticketOf(missed);
        heed.ticketOf(witness);
        assertThat(ears.ticketed()).containsEntry(missed, 1).containsEntry(witness, 1);
    }

    @Test
    void anOwnerConnectsThroughTheGatewayAndARevokedRightIsToldInWords(Heed heed) {
        heed.simulator().user("ListenShop");
        heed.product().register("ListenShop");
        Listening ears = new Listening(heed, "ListenShop");

        HttpResponse<String> page = Door.get(ears.authorizeUrl(), Optional.empty());
        assertThat(page.statusCode()).isEqualTo(200);
        Answer consent = heed.product().follow(allow(page, "ListenShop"));
        URI callback = URI.create(consent.location().orElseThrow());
        assertThat(callback.toString())
                .startsWith(heed.at("/api/ingestion/connections/callback").toString());
        assertThat(Door.get(callback, Optional.empty()).statusCode()).isEqualTo(200);
        assertThat(heed.product().connected("ingestion")).contains("ListenShop");
        assertThat(Door.get(callback, Optional.empty()).statusCode())
                .as("a state works once")
                .isEqualTo(400);

        heed.simulator().disconnect("ListenShop");
        heed.customerPosts("late_lou", "@ListenShop do you deliver on Sunday?");

        await("words")
                .atMost(Heed.SOON)
                .untilAsserted(() -> assertThat(ears.complaints())
                        .anySatisfy(word -> assertThat(word).containsIgnoringCase("connect")));
    }

    @Test
    void neitherWhatCustomersWriteNorATokenIsInAnyLog(Heed heed) {
        Listening ears = Listening.to(heed, "ListenCanary");
        awaitDeliveries(ears);
        String mark = "Kanarienvogel" + UUID.randomUUID().toString().replace("-", "");
        String post = heed.customerPosts("loud_lea", "@ListenCanary can you hear " + mark + "?");
        heed.ticketOf(post);
        String told = "Postgeheimnis" + UUID.randomUUID().toString().replace("-", "");
        ears.control(
                "POST",
                "/sim/messages",
                "{\"from\":\"loud_lea\",\"to\":\"ListenCanary\",\"text\":\"my number is %s\"}".formatted(told));
        await("the message was heard")
                .atMost(Heed.SOON)
                .until(() -> ears.messages().contains(told));
        List<String> tokens = Papers.tokens(heed, ears.id());
        assertThat(tokens).as("tokens that X gave").isNotEmpty();

        assertThat(Papers.logsHolding(heed, List.of(mark, told))).isEmpty();
        assertThat(Papers.logsHolding(heed, tokens)).isEmpty();
        assertThat(Papers.logsHolding(heed, List.of("Bearer sim-bearer", "sim-consumer-secret")))
                .isEmpty();
    }

    /** Until X delivers for the account, which is asked for in the background once the account is there. */
    private static void awaitDeliveries(Listening ears) {
        String id = ears.id();
        await("deliveries of X for @" + ears.brand())
                .atMost(Heed.SOON)
                .until(() -> ears.heed().simulator().delivered().contains(id));
    }

    private static URI allow(HttpResponse<String> page, String username) {
        Matcher link =
                Pattern.compile("href=\"(\\?[^\"]*sim_user=" + username + ")\"").matcher(page.body());
        assertThat(link.find()).as("a link to allow as @" + username).isTrue();
        return page.uri().resolve(page.uri().getPath() + link.group(1).replace("&amp;", "&"));
    }
}
