package dev.heed.xsim.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.page.PageToken;
import dev.heed.xsim.page.Slice;
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
import org.jboss.resteasy.reactive.RestPath;

/** X's endpoints for subscriptions to activity. */
@Path("/2/activity/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
class ActivityResource {

    private static final String SCOPE = "activity";

    private final Subscribe subscribe;
    private final World world;
    private final Subscriptions subscriptions;
    private final CurrentCall call;

    ActivityResource(Subscribe subscribe, World world, Subscriptions subscriptions, CurrentCall call) {
        this.subscribe = subscribe;
        this.world = world;
        this.subscriptions = subscriptions;
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.CREATE_SUBSCRIPTION)
    public Response create(String body) {
        return switch (SubscriptionBody.create(body)) {
            case SubscriptionBody.Wrong wrong -> refused(wrong.message());
            case SubscriptionBody.Legible wish -> answer(subscribe.subscribe(wish, call.caller()), false);
        };
    }

    @GET
    @Calling(Endpoint.SUBSCRIPTIONS)
    public Response all(@Context UriInfo uri) {
        Params params =
                new Params(uri.getQueryParameters(), call.dialect(), List.of("max_results", "pagination_token"));
        int most = params.number("max_results", 1, 1_000, 1_000);
        Optional<PageToken> token = params.text("pagination_token").flatMap(text -> {
            Optional<PageToken> opened = PageToken.open(text, SCOPE);
            if (opened.isEmpty()) {
                params.invalid("pagination_token", text);
            }
            return opened;
        });
        if (params.wrong()) {
            return params.refusal().response();
        }
        Slice<Subscription> slice =
                world.alone(() -> Slice.of(subscriptions.newestFirst(), Subscription::id, token, most));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        slice.items().forEach(subscription -> data.add(SubscriptionView.show(subscription)));
        if (call.dialect() == Dialect.TWEETS || slice.next().isPresent()) { // the newer document knows no meta here
            ObjectNode meta =
                    answer.putObject("meta").put("result_count", slice.items().size());
            slice.next().ifPresent(next -> meta.put("next_token", next.seal(SCOPE)));
        }
        return Response.ok(answer).build();
    }

    @PUT
    @Path("/{id:[0-9]+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.UPDATE_SUBSCRIPTION)
    public Response change(@RestPath String id, String body) {
        return switch (SubscriptionBody.update(body)) {
            case SubscriptionBody.Wrong wrong -> refused(wrong.message());
            case SubscriptionBody.Legible wish ->
                subscribe.change(id, wish).map(outcome -> answer(outcome, true)).orElseGet(() -> unknown(id));
        };
    }

    @DELETE
    @Path("/{id:[0-9]+}")
    @Calling(Endpoint.DELETE_SUBSCRIPTION)
    public Response end(@RestPath String id) {
        if (!subscribe.end(id)) {
            return unknown(id);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("data").put("deleted", true);
        if (call.dialect() == Dialect.TWEETS) {
            answer.putObject("meta").put("total_subscriptions", count());
        }
        return Response.ok(answer).build();
    }

    @DELETE
    @Calling(Endpoint.DELETE_SUBSCRIPTIONS)
    public Response endMany(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters(), call.dialect(), List.of("ids"));
        List<String> ids = params.ids("ids");
        if (params.wrong()) {
            return params.refusal().response();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (call.dialect() == Dialect.TWEETS) { // the older document tells only whether any was
            answer.putObject("data")
                    .put("deleted", ids.stream().map(subscribe::end).reduce(false, Boolean::logicalOr));
            answer.putObject("meta").put("total_subscriptions", count());
            return Response.ok(answer).build();
        }
        for (String id : ids) {
            if (subscribe.end(id)) {
                answer.withArray("data").addObject().put("subscription_id", id).put("deleted", true);
            } else {
                answer.withArray("errors")
                        .addObject()
                        .put("subscription_id", id)
                        .put("reason", "NotFound")
                        .put("message", "Could not find subscription with id: [" + id + "].");
            }
        }
        answer.putObject("meta").put("total_subscriptions", count());
        return Response.ok(answer).build();
    }

    private Response answer(Subscribe.Outcome outcome, boolean changed) {
        return switch (outcome) {
            case Subscribe.Outcome.Refused refused -> refused(refused.message());
            case Subscribe.Outcome.Forbidden forbidden ->
                XProblem.forbidden(forbidden.detail()).response();
            case Subscribe.Outcome.Done done -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                ObjectNode data = answer.putObject("data");
                data.set("subscription", SubscriptionView.show(done.subscription()));
                if (changed) {
                    data.put("total_subscriptions", done.total());
                } else if (call.dialect() == Dialect.TWEETS) {
                    data.put("total_subscriptions_for_instance_id", done.total());
                    answer.putObject("meta").put("total_subscriptions", done.total());
                }
                yield Response.ok(answer).build();
            }
        };
    }

    private int count() {
        return world.alone(subscriptions::count);
    }

    private Response refused(String message) {
        return XProblem.invalidBody(call.dialect(), message).response();
    }

    private Response unknown(String id) {
        return refused("SubscriptionNotFound: Could not find subscription with id: [" + id + "].");
    }
}
