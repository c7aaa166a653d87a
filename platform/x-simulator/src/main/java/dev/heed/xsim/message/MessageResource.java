package dev.heed.xsim.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.JsonText;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.page.PageToken;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.post.Post;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestPath;

/** X's direct messages between two people: send one, read those of the last 30 days. */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class MessageResource {

    private static final Duration REACH = Duration.ofDays(30);
    private static final List<String> EVENT_TYPES = List.of("MessageCreate", "ParticipantsJoin", "ParticipantsLeave");

    private final World world;
    private final Messages messages;
    private final Send send;
    private final MessageSheet sheet;
    private final CurrentCall call;

    MessageResource(World world, Messages messages, Send send, MessageSheet sheet, CurrentCall call) {
        this.world = world;
        this.messages = messages;
        this.send = send;
        this.sheet = sheet;
        this.call = call;
    }

    @POST
    @Path("/dm_conversations/with/{id:[0-9]+}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.SEND_MESSAGE)
    public Response send(@RestPath String id, String body) {
        return sent(UserId.parse(id), body);
    }

    /** A conversation of two is named by both, so it need not have begun. */
    @POST
    @Path("/dm_conversations/{id:[0-9]+-[0-9]+}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.SEND_MESSAGE)
    public Response answer(@RestPath String id, String body) {
        return sent(other(id), body);
    }

    private Optional<UserId> other(String conversation) {
        List<String> both = List.of(conversation.split("-", 2));
        String own = call.user().text();
        return both.contains(own)
                ? both.stream().filter(one -> !one.equals(own)).findFirst().flatMap(UserId::parse)
                : Optional.empty();
    }

    private Response sent(Optional<UserId> to, String body) {
        Optional<JsonNode> json = JsonText.object(body);
        String text = json.map(message -> message.path("text").asText("")).orElse("");
        if (text.isEmpty()) {
            return XProblem.invalidBody(call.dialect(), "$.text: At least one of `text`, `attachments` is required")
                    .response();
        }
        Send.Delivery delivery = to.map(other -> send.send(call.user(), other, text, Post.By.API))
                .orElseGet(Send.Delivery.NotPermitted::new);
        return switch (delivery) {
            case Send.Delivery.NotPermitted no ->
                XProblem.forbidden("You do not have permission to DM one or more participants.")
                        .response();
            case Send.Delivery.Sent(Message message) -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                answer.putObject("data")
                        .put("dm_conversation_id", message.conversation())
                        .put("dm_event_id", message.id().text());
                yield Response.status(Response.Status.CREATED).entity(answer).build();
            }
        };
    }

    @GET
    @Path("/dm_events")
    @Calling(Endpoint.MESSAGES)
    public Response all(@Context UriInfo uri) {
        return page(uri, message -> true, "dm/" + call.user());
    }

    @GET
    @Path("/dm_conversations/with/{id:[0-9]+}/dm_events")
    @Calling(Endpoint.MESSAGES_WITH)
    public Response with(@Context UriInfo uri, @RestPath String id) {
        return page(
                uri,
                message ->
                        message.from().text().equals(id) || message.to().text().equals(id),
                "dm/" + call.user() + "/" + id);
    }

    @GET
    @Path("/dm_conversations/{id:[0-9]+-[0-9]+}/dm_events")
    @Calling(Endpoint.MESSAGES_WITH)
    public Response of(@Context UriInfo uri, @RestPath String id) {
        return page(uri, message -> message.conversation().equals(id), "dm/" + call.user() + "/" + id);
    }

    @GET
    @Path("/dm_events/{id:[0-9]+}")
    @Calling(Endpoint.MESSAGE)
    public Response one(@Context UriInfo uri, @RestPath String id) {
        Params params = new Params(uri.getQueryParameters(), call.dialect(), Wanted.ofMessages(call.dialect()));
        Wanted wanted = Wanted.messages(params);
        if (params.wrong()) {
            return params.refusal().response();
        }
        return world.alone(() -> {
            long oldest = Snowflakes.floor(world.now().minus(REACH));
            return messages.of(call.user()).stream()
                    .filter(message ->
                            message.id().text().equals(id) && message.id().value() >= oldest)
                    .findFirst()
                    .map(message -> Response.ok(sheet.one(message, wanted)).build())
                    .orElseGet(() -> {
                        ObjectNode answer = JsonNodeFactory.instance.objectNode();
                        answer.putArray("errors").add(XProblem.notFound(wanted.dialect(), "dm_event", "event_id", id));
                        return Response.ok(answer).build();
                    });
        });
    }

    private Response page(UriInfo uri, Predicate<Message> wantedOnes, String scope) {
        List<String> allowed = new ArrayList<>(List.of("max_results", "pagination_token", "event_types"));
        allowed.addAll(Wanted.ofMessages(call.dialect()));
        Params params = new Params(uri.getQueryParameters(), call.dialect(), allowed);
        Wanted wanted = Wanted.messages(params);
        int most = params.number("max_results", 1, 100, 100);
        Set<String> types = params.some("event_types", EVENT_TYPES);
        Optional<PageToken> token = params.text("pagination_token").flatMap(text -> {
            Optional<PageToken> opened = PageToken.open(text, scope);
            if (opened.isEmpty()) {
                params.invalid("pagination_token", text);
            }
            return opened;
        });
        if (params.wrong()) {
            return params.refusal().response();
        }
        return world.alone(() -> {
            long oldest = Snowflakes.floor(world.now().minus(REACH));
            List<Message> found = messages.of(call.user()).stream()
                    .filter(message -> types.isEmpty() || types.contains("MessageCreate"))
                    .filter(message -> message.id().value() >= oldest)
                    .filter(wantedOnes)
                    .sorted(Comparator.comparingLong(
                                    (Message message) -> message.id().value())
                            .reversed())
                    .toList();
            Slice<Message> slice = Slice.of(found, message -> message.id().value(), token, most);
            return Response.ok(sheet.show(slice, wanted, scope)).build();
        });
    }
}
