package dev.heed.xsim.control;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.message.Message;
import dev.heed.xsim.message.Messages;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.sheet.Typesetter;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The truth of what was really posted and sent. */
@Path("/sim/ledger")
@Tag(name = "Truth")
class LedgerResource {

    private final World world;
    private final Posts posts;
    private final Messages messages;
    private final Users users;
    private final Typesetter typesetter;

    LedgerResource(World world, Posts posts, Messages messages, Users users, Typesetter typesetter) {
        this.messages = messages;
        this.world = world;
        this.posts = posts;
        this.users = users;
        this.typesetter = typesetter;
    }

    record Ledger(List<LedgerItem> items) {}

    @GET
    @Operation(
            summary = "Every post and message, oldest first",
            description =
                    "Deleted ones are kept with `deletedAt`. `by` is `api` when X's API took it and `control` when this API or a"
                            + " replay made it. `text` is what the author sent, `shownText` what X shows: replies start with implied mentions,"
                            + " links are shortened, HTML is escaped. Every version of an edited post is an item; `firstVersion` names the first.")
    @APIResponse(responseCode = "200", description = "The ledger.")
    @APIResponse(responseCode = "400", description = "`since` is neither an id nor a time.")
    public Response ledger(
            @Parameter(description = "Only what came after this id, or at or after this RFC 3339 time.")
                    @RestQuery
                    @Nullable
                    String since) {
        Optional<Long> after = since == null ? Optional.of(-1L) : after(since);
        if (after.isEmpty()) {
            return Problems.badRequest("since must be an id (digits) or an RFC 3339 time.");
        }
        return Response.ok(new Ledger(items(after.get()))).build();
    }

    /** The world is held for one item at a time, since a ledger can be long and X must go on meanwhile. */
    private List<LedgerItem> items(long after) {
        List<Message> sent = world.alone(() -> messages.all().stream()
                .filter(message -> message.id().value() > after)
                .toList());
        List<Post> made = world.alone(
                () -> List.copyOf(posts.all().tailMap(new PostId(after), false).values()));
        Stream<LedgerItem> ofMessages = sent.stream()
                .map(message -> world.alone(() -> LedgerItem.of(message, name(message.from()), name(message.to()))));
        Stream<LedgerItem> ofPosts = made.stream()
                .map(post -> world.alone(() -> LedgerItem.of(
                        post, name(post.author()), typesetter.text(post).text())));
        return Stream.concat(ofPosts, ofMessages)
                .sorted(Comparator.comparingLong(item -> Long.parseLong(item.id())))
                .toList();
    }

    private String name(UserId user) {
        return users.known(user).username();
    }

    private static Optional<Long> after(String since) {
        try {
            return Optional.of(
                    since.matches("[0-9]{1,18}|[0-8][0-9]{18}")
                            ? Long.parseLong(since)
                            : Snowflakes.floor(Instant.parse(since)) - 1);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
