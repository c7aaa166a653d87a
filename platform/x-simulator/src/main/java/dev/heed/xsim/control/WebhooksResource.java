package dev.heed.xsim.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.xsim.delivery.Courier;
import dev.heed.xsim.delivery.Deliveries;
import dev.heed.xsim.delivery.Delivery;
import dev.heed.xsim.delivery.DeliveryFaults;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.webhook.KeepWebhooks;
import dev.heed.xsim.webhook.Webhook;
import dev.heed.xsim.webhook.Webhooks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to webhooks, and what really arrived. */
@Path("/sim/webhooks")
@Tag(name = "Webhooks")
class WebhooksResource {

    private final KeepWebhooks keep;
    private final World world;
    private final Webhooks webhooks;
    private final Courier courier;
    private final DeliveryFaults faults;
    private final Deliveries deliveries;

    WebhooksResource(
            KeepWebhooks keep,
            World world,
            Webhooks webhooks,
            Courier courier,
            DeliveryFaults faults,
            Deliveries deliveries) {
        this.keep = keep;
        this.world = world;
        this.webhooks = webhooks;
        this.courier = courier;
        this.faults = faults;
        this.deliveries = deliveries;
    }

    record FaultsRequest(
            @Nullable Integer duplicate,
            @Nullable Long delayMillis,
            @Nullable Integer drop,
            @Nullable Integer badSignature,
            @Nullable Integer reorder) {}

    record WebhookInfo(String id, String url, boolean valid) {
        static WebhookInfo of(Webhook webhook) {
            return new WebhookInfo(Long.toString(webhook.id()), webhook.url(), webhook.valid());
        }
    }

    record WebhookList(List<WebhookInfo> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryInfo(
            long seq,
            String eventUuid,
            String eventType,
            @Nullable String postId,
            int attempt,
            int status,
            String outcome,
            long millis,
            Instant at) {
        static DeliveryInfo of(Delivery delivery) {
            return new DeliveryInfo(
                    delivery.seq(),
                    Long.toString(delivery.activity().uuid()),
                    delivery.activity().eventType(),
                    delivery.activity().subject(),
                    delivery.attempt(),
                    delivery.status(),
                    delivery.outcome().name().toLowerCase(Locale.ROOT),
                    delivery.millis(),
                    delivery.at());
        }
    }

    record DeliveryList(List<DeliveryInfo> items) {}

    @POST
    @Path("/faults")
    @Operation(
            summary = "Let deliveries go wrong",
            description =
                    "Each count befalls the next that many events and replaces what was ordered before; `{}` calls all off. `drop`:"
                            + " never sent (a replay still finds them). `badSignature`: signed wrongly in every attempt. `duplicate`: sent twice"
                            + " with the same event_uuid. `reorder`: held back until so many came, then sent in reverse. `delayMillis`: every"
                            + " first attempt waits so long, until ordered anew.")
    @APIResponse(responseCode = "204", description = "It is ordered.")
    @APIResponse(responseCode = "400", description = "A number below 0.")
    public Response faults(@Nullable FaultsRequest request) {
        if (request == null) {
            return Problems.badRequest("A JSON object is required.");
        }
        DeliveryFaults.Order order = new DeliveryFaults.Order(
                or0(request.drop),
                or0(request.badSignature),
                or0(request.duplicate),
                or0(request.reorder),
                request.delayMillis == null ? 0 : request.delayMillis);
        if (order.drop() < 0
                || order.badSignature() < 0
                || order.duplicate() < 0
                || order.reorder() < 0
                || order.delayMillis() < 0) {
            return Problems.badRequest("Counts and delayMillis must be at least 0.");
        }
        faults.order(order);
        if (order.reorder() == 0) {
            courier.release();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/deliveries")
    @Operation(
            summary = "Every attempt to tell a webhook, oldest first",
            description =
                    "`postId` is the post or message that the event is about, `attempt` 1 to 4, `status` that of the answer or 0 when"
                            + " there was none, `outcome` one of delivered, refused, unanswered, dropped (by a fault), withheld (the webhook was"
                            + " invalid or gone) and overflown (too much was waiting). The newest 100,000 are kept, not over a restart.")
    @APIResponse(responseCode = "200", description = "The attempts.")
    public DeliveryList deliveries(
            @Parameter(description = "Only attempts after this `seq`.") @RestQuery @Nullable Long since) {
        return new DeliveryList(deliveries.since(since == null ? 0 : since).stream()
                .map(DeliveryInfo::of)
                .toList());
    }

    @POST
    @Path("/crc")
    @Operation(
            summary = "Challenge every webhook now",
            description =
                    "As X does every hour: a wrong answer or a redirect makes a webhook invalid at once; errors and silence do once it"
                            + " has not passed for 28 hours.")
    @APIResponse(responseCode = "200", description = "All webhooks, judged.")
    public WebhookList challenge() {
        keep.challengeAll().join();
        return list();
    }

    @POST
    @Path("/invalidate")
    @Operation(
            summary = "Make every webhook invalid",
            description =
                    "As if each had failed its challenge: nothing is delivered until `PUT /2/webhooks/{id}` validates it.")
    @APIResponse(responseCode = "200", description = "All webhooks.")
    public WebhookList invalidate() {
        keep.invalidateAll();
        return list();
    }

    private WebhookList list() {
        return new WebhookList(
                world.alone(() -> webhooks.all().stream().map(WebhookInfo::of).toList()));
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
