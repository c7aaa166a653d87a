package dev.heed.xsim.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.activity.Activities;
import dev.heed.xsim.activity.Activity;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.JsonText;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.dialect.XTime;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.webhook.Webhook;
import dev.heed.xsim.webhook.Webhooks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** X's endpoint that tells a webhook once more what it was told, or should have been, within the last 24 hours. */
@Path("/2/webhooks/replay")
@Produces(MediaType.APPLICATION_JSON)
class ReplayResource {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

    private final World world;
    private final Webhooks webhooks;
    private final Activities activities;
    private final Courier courier;
    private final CurrentCall call;

    ReplayResource(World world, Webhooks webhooks, Activities activities, Courier courier, CurrentCall call) {
        this.world = world;
        this.webhooks = webhooks;
        this.activities = activities;
        this.courier = courier;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.REPLAY_WEBHOOK)
    public Response replay(String body) {
        JsonNode wish =
                JsonText.object(body).<JsonNode>map(json -> json).orElseGet(JsonNodeFactory.instance::objectNode);
        Optional<Webhook> webhook =
                world.alone(() -> webhooks.find(wish.path("webhook_id").asText("")));
        Optional<Instant> from = minute(wish, "from_date");
        Optional<Instant> to = minute(wish, "to_date");
        if (webhook.isEmpty()) {
            return refused("WebhookIdInvalid: Unable to find webhook configuration for this webhook_id.");
        }
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return refused(
                    "from_date and to_date must be UTC times in yyyymmddhhmm format, the first before the second");
        }
        Instant oldest = world.now().minus(Activities.REACH).minus(Duration.ofMinutes(1));
        if (from.get().isBefore(oldest)) {
            return refused("from_date must be within the last 24 hours");
        }
        String job = world.alone(() -> {
            List<Activity> again = activities.of(
                    webhook.get().id(),
                    from.get(),
                    to.get().plus(Duration.ofMinutes(1)).minusNanos(1));
            again.forEach(courier::carryAgain);
            return Long.toString(world.nextId());
        });
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode place = call.dialect() == Dialect.TWEETS ? answer : answer.putObject("data");
        place.put("job_id", job).put("created_at", XTime.text(world.now()));
        return Response.ok(answer).build();
    }

    private Response refused(String message) {
        return XProblem.invalidBody(call.dialect(), message).response();
    }

    private static Optional<Instant> minute(JsonNode wish, String name) {
        try {
            return Optional.of(LocalDateTime.parse(wish.path(name).asText(""), TO_THE_MINUTE)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
