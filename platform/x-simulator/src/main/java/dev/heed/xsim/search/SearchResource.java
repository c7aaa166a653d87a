package dev.heed.xsim.search;

import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.page.PageToken;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.sight.Place;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.post.sight.ThinPages;
import dev.heed.xsim.timeline.Bounds;
import dev.heed.xsim.timeline.PostPages;
import dev.heed.xsim.user.Users;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** X's recent search: what matches a query within the last seven days, newest first. */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {

    private static final List<String> OWN =
            List.of("query", "max_results", "next_token", "pagination_token", "sort_order");

    private final World world;
    private final Candidates candidates;
    private final PostPages pages;
    private final Matching matching;
    private final Sight sight;
    private final ThinPages thin;
    private final CurrentCall call;

    SearchResource(
            World world, Posts posts, Users users, PostPages pages, Sight sight, ThinPages thin, CurrentCall call) {
        this.world = world;
        this.candidates = new Candidates(posts, users);
        this.pages = pages;
        this.matching = new Matching(posts, users);
        this.sight = sight;
        this.thin = thin;
        this.call = call;
    }

    @GET
    @Path("/tweets/search/recent")
    @Calling(Endpoint.SEARCH_RECENT)
    public Response recent(@Context UriInfo uri) {
        Params params = params(uri);
        Wanted wanted = Wanted.posts(params);
        String query = params.required("query");
        int most = params.number("max_results", 10, 100, 10);
        params.some("sort_order", List.of("recency", "relevancy"));
        Bounds bounds = SearchBounds.read(params, world.now());
        String scope = "search/" + query;
        Optional<PageToken> token = token(params, scope);
        Parsed parsed = query.isEmpty() ? new Parsed.Wrong("") : QueryText.parse(query);
        if (parsed instanceof Parsed.Wrong(String message) && !message.isEmpty()) {
            params.complain("query", query, message);
        }
        if (params.wrong() || !(parsed instanceof Parsed.Query(Clause clause))) {
            return params.refusal().response();
        }
        Optional<UserId> viewer = call.viewer();
        return world.alone(() -> {
            long high =
                    token.map(page -> Math.min(page.boundary(), bounds.high())).orElse(bounds.high());
            Predicate<Post> listed = post -> sight.listed(post, Place.SEARCH, viewer);
            Predicate<Post> cut = thin.areOrdered() ? post -> sight.hasPlace(post, Place.SEARCH) : listed;
            List<Post> found = candidates
                    .of(clause, bounds.low(), high)
                    .filter(post -> matching.matches(clause, post) && cut.test(post))
                    .limit(most + 1L)
                    .toList();
            Slice<Post> slice = Slice.of(found, post -> post.id().value(), Optional.empty(), most)
                    .only(listed);
            return Response.ok(pages.show(slice, wanted, scope, false, viewer)).build();
        });
    }

    private static Optional<PageToken> token(Params params, String scope) {
        Optional<String> next = params.text("next_token");
        Optional<String> page = params.text("pagination_token");
        if (next.isPresent() && page.isPresent()) {
            params.complain(
                    "next_token", next.get(), "At most one of `pagination_token`, `next_token` may be provided.");
        }
        String name = next.isPresent() ? "next_token" : "pagination_token";
        return next.or(() -> page).flatMap(text -> {
            Optional<PageToken> opened = PageToken.open(text, scope);
            if (opened.isEmpty()) {
                params.invalid(name, text);
            }
            return opened;
        });
    }

    private Params params(UriInfo uri) {
        List<String> allowed = new ArrayList<>(OWN);
        allowed.addAll(Bounds.PARAMETERS);
        allowed.addAll(Wanted.ofPosts(call.dialect()));
        return new Params(uri.getQueryParameters(), call.dialect(), allowed);
    }
}
