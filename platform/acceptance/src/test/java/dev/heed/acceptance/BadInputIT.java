package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.heed.local.api.TicketView;
import dev.heed.local.broker.Broker;
import dev.heed.local.replay.Replay.Manner;
import dev.heed.local.report.Report;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be taken is refused in words that a person can act on, and nothing else suffers from it. */
@ExtendWith(RunningHeed.class)
class BadInputIT {
    private static final String BRAND = "BadInputAir";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    @BeforeEach
    void account(Heed heed) {
        heed.runs(BRAND);
    }

    @Test
    void anEmptyAndAnOverLongDraftAreRefused(Heed heed) {
        String post = heed.customerPosts("strict_sam", "@" + BRAND + " my bag is lost, please help");
        TicketView ticket = heed.claimedBy("agent", post);

        problem(draft(heed, "agent", ticket.id(), "   "), 422, "empty-draft");
        problem(draft(heed, "agent", ticket.id(), "so sorry ".repeat(40)), 422, "too-long");
    }

    @Test
    void aDraftOnAnUnknownTicketIsRefused(Heed heed) {
        problem(draft(heed, "agent", UNKNOWN, "hello"), 404, "unknown-ticket");
    }

    @Test
    void aReplyBySomebodyWhoIsNotTheOwnerIsRefused(Heed heed) {
        String post = heed.customerPosts("owned_olga", "@" + BRAND + " nobody answers the phone, why?");
        TicketView ticket = heed.claimedBy("agent", post);

        await("the reply service knows the owner")
                .atMost(Heed.SOON)
                .untilAsserted(() -> problem(draft(heed, "agent2", ticket.id(), "hello"), 409, "not-the-owner"));
    }

    @Test
    void aWrongRoleIsForbidden(Heed heed) {
        problem(draft(heed, "compliance", UNKNOWN, "hello"), 403);
        problem(Door.get(heed.at("/api/audit/entries"), token(heed, "agent")), 403);
        problem(
                Door.post(
                        heed.at("/api/ingestion/accounts"),
                        heed.installation().token("agent"),
                        "{\"handle\":\"" + BRAND + "\"}"),
                403);
    }

    @Test
    void noTokenIsUnauthorizedAndNeverRedirected(Heed heed) {
        for (String path : List.of(
                "/api/ingestion/accounts",
                "/api/routing/tickets",
                "/api/reply/drafts?ticket=1",
                "/api/audit/entries")) {
            HttpResponse<String> nobody = Door.get(heed.at(path), Optional.empty());
            problem(nobody, 401);
            assertThat(Door.header(nobody, "Location")).isEmpty();
            assertThat(Door.get(heed.at(path), Optional.of("nonsense")).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsDeliveredInXsNameIsAskedForItsSignatureAndForNoToken(Heed heed) {
        HttpResponse<String> forged =
                Door.deliver(heed.at("/webhooks/x"), "sha256=" + "A".repeat(43) + "=", "{\"data\":{}}");
        problem(forged, 401, "wrong-signature");

        HttpResponse<String> endless =
                Door.deliver(heed.at("/webhooks/x"), "sha256=" + "A".repeat(43) + "=", " ".repeat(1_100_000));
        problem(endless, 413, "too-large");

        assertThat(Door.get(heed.at("/webhooks/xyz"), Optional.empty()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMalformedEventGoesToTheDeadLettersWithItsReasonAndTheRestGoesOn(Heed heed) throws Exception {
        String mark = "broken-" + UUID.randomUUID();
        publish(heed, "{\"specversion\":\"1.0\",\"id\":\"" + mark + "\"");
        String post = heed.customerPosts("patient_pia", "@" + BRAND + " is the desk open on Sunday?");

        assertThat(heed.ticketOf(post).posts()).extracting(TicketView.Post::id).containsExactly(post);
        await("dead letter")
                .atMost(Heed.SOON)
                .untilAsserted(() -> assertThat(
                                heed.installation().deadLetters().look("routing.mentions", 20))
                        .anySatisfy(letter -> {
                            assertThat(letter.body()).contains(mark);
                            assertThat(letter.reason()).isNotBlank();
                        }));
    }

    @Test
    void aMalformedRowIsReportedWithItsLineAndTheRestIsPlayed(Heed heed) {
        Report report = heed.replay().of("""
                        tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
                        1,rita_row,True,Tue Oct 31 22:10:35 +0000 2017,@BadInputAir is there a seat by the window?,2,
                        nonsense,rita_row,True,Tue Oct 31 22:10:36 +0000 2017,@BadInputAir hello,,
                        2,BadInputAir,False,Tue Oct 31 22:12:35 +0000 2017,"@rita_row There is, 12A is yours.",,1
                        """, Manner.asFastAsPossible());

        assertThat(report.rejected()).containsExactly("line 3: tweet_id 'nonsense' is no number");
        assertThat(report.played()).isEqualTo(1);
        assertThat(report.answers().published()).isEqualTo(1);
        assertThat(report.clean()).isTrue();
    }

    private static Optional<String> token(Heed heed, String user) {
        return Optional.of(heed.installation().token(user));
    }

    private static HttpResponse<String> draft(Heed heed, String user, String ticketId, String text) {
        return Door.post(
                heed.at("/api/reply/drafts"),
                heed.installation().token(user),
                "{\"ticketId\":\"%s\",\"text\":\"%s\"}".formatted(ticketId, text));
    }

    private static void problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Door.header(response, "Content-Type")).contains("application/problem+json");
    }

    private static void problem(HttpResponse<String> response, int status, String slug) {
        problem(response, status);
        assertThat(response.body()).contains("/problems/" + slug + "\"").containsPattern("\"detail\" *: *\"\\w");
    }

    private static void publish(Heed heed, String body) throws Exception {
        Broker broker = heed.installation().broker();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.vhost());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "heed", "mention.received.v1", new BasicProperties(), body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }
}
