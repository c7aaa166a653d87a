package dev.heed.xsim.control;

import dev.heed.xsim.replay.Play;
import dev.heed.xsim.replay.Progress;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Plays recorded conversations. */
@Path("/sim/replay")
@Tag(name = "Replay")
class ReplaysResource {

    private final Play play;

    ReplaysResource(Play play) {
        this.play = play;
    }

    record SkipRequest(@Nullable String rowId) {}

    record ReplayIds(List<String> items) {}

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Play a recorded conversation",
            description =
                    "Body: CSV with the columns tweet_id, author_id, inbound, created_at, text, response_tweet_id,"
                            + " in_response_to_tweet_id. Authors of rows with inbound=False are brands; they get accounts at once. Only inbound"
                            + " rows are played, as posts of now, in the order of created_at. A row that answers a brand's row waits until that"
                            + " brand has replied through X's API to the post which the brand's row answered. A first post that does not name"
                            + " the brand which answered it gets `@brand ` in front. Lines that make no sense are rejected, the rest is played.")
    @APIResponse(
            responseCode = "202",
            description = "It plays. `rows` = lines read, `playable` = posts that will come of it.")
    @APIResponse(responseCode = "400", description = "No body, or a parameter out of its range.")
    public Response begin(
            String csv,
            @Parameter(
                            description =
                                    "Divides the gaps between rows: 3600 plays an hour in a second. 0, the default: no gaps.")
                    @RestQuery
                    @Nullable
                    Double speed,
            @Parameter(description = "How many rows of the file are read at most.") @RestQuery @Nullable
                    Integer limit) {
        double divisor = speed == null ? 0 : speed;
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (csv.isBlank() || !(divisor >= 0) || most < 1) {
            return Problems.badRequest("The body must be CSV, speed at least 0, limit at least 1.");
        }
        return Response.accepted(play.begin(csv, divisor, most)).build();
    }

    @GET
    @Operation(summary = "All replays", description = "Their ids, oldest first.")
    @APIResponse(responseCode = "200", description = "The ids.")
    public ReplayIds replays() {
        return new ReplayIds(play.ids());
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "How far a replay has come",
            description =
                    "`total` = `played` + `waiting` + `pending`. `posts` tells what became of the customers' rows, `answered` what"
                            + " the brands replied. `answers` are the brands' rows that can be answered now: reply to `answersPostId` as `brand`"
                            + " through X's API, or skip `rowId`.")
    @APIResponse(
            responseCode = "200",
            description = "The progress.",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "404", description = "There is no such replay.")
    public Response progress(@RestPath String id) {
        return found(play.progress(id), "There is no replay " + id + ".");
    }

    @POST
    @Path("/{id}/skip")
    @Operation(
            summary = "An answer will not come",
            description =
                    "`rowId` is a brand's row, or the customer's row that waits for it. The customer then goes on from the last"
                            + " own post of the thread.")
    @APIResponse(responseCode = "200", description = "The progress.")
    @APIResponse(responseCode = "404", description = "There is no such replay or row.")
    public Response skip(@RestPath String id, @Nullable SkipRequest request) {
        String row = request == null || request.rowId == null ? "" : request.rowId;
        return found(play.skip(id, row), "There is no replay " + id + " with a brand's row " + row + ".");
    }

    private static Response found(Optional<Progress> progress, String otherwise) {
        return progress.map(known -> Response.ok(known).build()).orElseGet(() -> Problems.notFound(otherwise));
    }
}
