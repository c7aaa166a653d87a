package dev.heed.xsim.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.JsonText;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.dialect.XTime;
import dev.heed.xsim.ledger.World;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** X's endpoints for webhooks. The caller waits while its address is challenged. */
@Path("/2/webhooks")
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {

    private static final Registration.Refused UNKNOWN =
            new Registration.Refused("WebhookIdInvalid", "Unable to find webhook configuration for this webhook_id.");

    private final KeepWebhooks keep;
    private final World world;
    private final Webhooks webhooks;
    private final CurrentCall call;

    WebhookResource(KeepWebhooks keep, World world, Webhooks webhooks, CurrentCall call) {
        this.keep = keep;
        this.world = world;
        this.webhooks = webhooks;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.CREATE_WEBHOOK)
    public Response create(String body) {
        String url =
                JsonText.object(body).map(json -> json.path("url").asText("")).orElse("");
        if (url.isEmpty()) {
            return XProblem.invalidBody(call.dialect(), "$.url: is missing but it is required")
                    .response();
        }
        return switch (keep.add(url).join()) {
            case Registration.Refused refused -> refuse(refused);
            case Registration.Done(Webhook webhook) ->
                Response.ok(call.dialect() == Dialect.TWEETS ? shown(webhook) : data(shown(webhook)))
                        .build();
        };
    }

    @GET
    @Calling(Endpoint.WEBHOOKS)
    public Response all(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters(), call.dialect(), List.of("webhook_config.fields"));
        Set<String> fields = params.some("webhook_config.fields", List.of("created_at", "id", "url", "valid"));
        if (params.wrong()) {
            return params.refusal().response();
        }
        List<Webhook> all = world.alone(webhooks::all);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!all.isEmpty() || call.dialect() == Dialect.POSTS) { // the older document forbids an empty list
            ArrayNode data = answer.putArray("data");
            all.forEach(webhook ->
                    data.add(fields.isEmpty() ? shown(webhook) : shown(webhook).retain(fields)));
        }
        answer.putObject("meta").put("result_count", all.size());
        return Response.ok(answer).build();
    }

    @PUT
    @Path("/{id:[0-9]+}")
    @Calling(Endpoint.VALIDATE_WEBHOOK)
    public Response validate(@RestPath String id) {
        Optional<Webhook> webhook = world.alone(() -> webhooks.find(id));
        if (webhook.isEmpty()) {
            return refuse(UNKNOWN);
        }
        return switch (keep.validate(webhook.get()).join()) {
            case Registration.Refused refused -> refuse(refused);
            case Registration.Done done ->
                Response.ok(data(JsonNodeFactory.instance
                                .objectNode()
                                .put(call.dialect() == Dialect.TWEETS ? "attempted" : "valid", true)))
                        .build();
        };
    }

    @DELETE
    @Path("/{id:[0-9]+}")
    @Calling(Endpoint.DELETE_WEBHOOK)
    public Response remove(@RestPath String id) {
        return keep.remove(id)
                ? Response.ok(data(JsonNodeFactory.instance.objectNode().put("deleted", true)))
                        .build()
                : refuse(UNKNOWN);
    }

    private Response refuse(Registration.Refused refused) {
        return XProblem.invalidBody(call.dialect(), refused.reason() + ": " + refused.details())
                .response();
    }

    private static ObjectNode data(ObjectNode inner) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", inner);
        return answer;
    }

    private static ObjectNode shown(Webhook webhook) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.toString(webhook.id()))
                .put("url", webhook.url())
                .put("valid", webhook.valid())
                .put("created_at", XTime.text(webhook.createdAt()));
    }
}
