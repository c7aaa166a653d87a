package dev.heed.xsim.control;

import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.message.Send;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sends direct messages as anybody. */
@Path("/sim/messages")
@Tag(name = "People and posts")
class MessagesResource {

    private final World world;
    private final Users users;
    private final Send send;

    MessagesResource(World world, Users users, Send send) {
        this.world = world;
        this.users = users;
        this.send = send;
    }

    record MessageRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable List<PostRequest.MediaRequest> media,
            @Nullable String createdAt) {

        private List<Media> media(LongSupplier ids) {
            return (media == null ? List.<PostRequest.MediaRequest>of() : media)
                    .stream()
                            .flatMap(one -> Optional.ofNullable(one.type()).flatMap(Media.Kind::named).stream()
                                    .map(kind -> Media.of(kind, ids.getAsLong(), one.url(), one.altText())))
                            .toList();
        }
    }

    @POST
    @Operation(
            summary = "Send a direct message as somebody",
            description =
                    "`from` and `to` are usernames, `media` a list of {type: photo|video|animated_gif, url?, altText?}. It arrives even"
                            + " where apps may not write. With `createdAt`, an RFC 3339 time in the past, it has an id of that time: X shows it"
                            + " late.")
    @APIResponse(responseCode = "201", description = "The message as it stands in the ledger.")
    @APIResponse(responseCode = "400", description = "No text, or a message to oneself.")
    @APIResponse(responseCode = "404", description = "Nobody of one of these names.")
    public Response send(@Nullable MessageRequest request) {
        if (request == null || request.text == null || request.text.isEmpty()) {
            return Problems.badRequest("from, to (usernames) and text are required.");
        }
        Optional<User> from = find(request.from);
        Optional<User> to = find(request.to);
        if (from.isEmpty() || to.isEmpty()) {
            return Problems.notFound("There is no user @" + (from.isEmpty() ? request.from : request.to) + ".");
        }
        Optional<Instant> createdAt;
        try {
            createdAt = Optional.ofNullable(request.createdAt).map(Instant::parse);
        } catch (DateTimeParseException notATime) {
            return Problems.badRequest("createdAt is an RFC 3339 time, such as 2026-11-02T09:00:00Z.");
        }
        if (createdAt.filter(world.now()::isBefore).isPresent()) {
            return Problems.badRequest("createdAt must not be in the future.");
        }
        UserId sender = from.get().id();
        UserId receiver = to.get().id();
        String text = request.text;
        Send.Delivery delivery = world.alone(() -> send.send(
                sender, receiver, text, Post.By.CONTROL, request.media(world::nextId), createdAt.orElse(null)));
        return switch (delivery) {
            case Send.Delivery.NotPermitted no -> Problems.badRequest("Nobody writes to oneself.");
            case Send.Delivery.Sent sent ->
                Response.status(Response.Status.CREATED)
                        .entity(LedgerItem.of(
                                sent.message(), from.get().username(), to.get().username()))
                        .build();
        };
    }

    private Optional<User> find(@Nullable String username) {
        return username == null ? Optional.empty() : world.alone(() -> users.byUsername(username));
    }
}
