package dev.heed.xsim.control.life;

import dev.heed.xsim.control.Problems;
import dev.heed.xsim.post.sight.Lag;
import dev.heed.xsim.post.sight.Lateness;
import dev.heed.xsim.post.sight.ThinPages;
import dev.heed.xsim.served.Served;
import dev.heed.xsim.served.Serving;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** When posts appear, and when they were first seen to. */
@Path("/sim")
@Tag(name = "Truth")
class ArrivalsResource {

    private final Lateness lateness;
    private final ThinPages pages;
    private final Served served;

    ArrivalsResource(Lateness lateness, ThinPages pages, Served served) {
        this.lateness = lateness;
        this.pages = pages;
        this.served = served;
    }

    record LatenessRequest(
            @Nullable Long mentionsMillis,
            @Nullable Long searchMillis,
            @Nullable Integer every) {}

    record PagesRequest(@Nullable Boolean thin) {}

    record ServedList(List<Serving> items, long next) {}

    @POST
    @Path("/lateness")
    @Operation(
            summary = "Let posts appear late",
            description =
                    "From now on every `every`th new post (default: each) appears among mentions `mentionsMillis` and in search"
                            + " `searchMillis` after it was made. Nothing given: all posts appear at once again. A post's own `appearsAfter` wins.")
    @APIResponse(responseCode = "204", description = "It holds from now on.")
    @APIResponse(responseCode = "400", description = "A number out of its range.")
    public Response lateness(@Nullable LatenessRequest request) {
        long mentions = request == null || request.mentionsMillis == null ? 0 : request.mentionsMillis;
        long search = request == null || request.searchMillis == null ? 0 : request.searchMillis;
        int every = request == null || request.every == null ? 1 : request.every;
        if (mentions < 0 || search < 0 || every < 1) {
            return Problems.badRequest("mentionsMillis and searchMillis must be at least 0, every at least 1.");
        }
        lateness.order(new Lag(mentions, search, 0), every);
        return Response.noContent().build();
    }

    @POST
    @Path("/pages")
    @Operation(
            summary = "Let pages be thin",
            description =
                    "With `thin` pages of timelines and searches are cut first, and what cannot be seen (deleted, suspended, protected,"
                            + " withheld everywhere) is left out of them afterwards, as X does: they come short or empty and still have a"
                            + " `next_token`. Nothing given: they are full again.")
    @APIResponse(responseCode = "204", description = "It holds from now on.")
    public Response pages(@Nullable PagesRequest request) {
        pages.order(request != null && Boolean.TRUE.equals(request.thin));
        return Response.noContent().build();
    }

    @GET
    @Path("/served")
    @Operation(
            summary = "When each post was first served",
            description =
                    "By whichever endpoint that reads posts, as an item of `data`, in an answer that went out whole. The last 100,000"
                            + " are remembered, since the start or the last reset.")
    @APIResponse(
            responseCode = "200",
            description = "In order; `next` is the `since` to ask with for what comes after.")
    public ServedList served(
            @Parameter(description = "Only what came after this `seq`.") @RestQuery @DefaultValue("0") long since,
            @Parameter(description = "How many items at most.") @RestQuery @DefaultValue("10000") int limit) {
        List<Serving> items = served.after(since, Math.clamp(limit, 1, Served.REMEMBERED));
        return new ServedList(items, items.isEmpty() ? since : items.getLast().seq());
    }
}
