package dev.heed.xsim.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.page.PageToken;
import dev.heed.xsim.page.Slice;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.post.sight.ThinPages;
import dev.heed.xsim.user.Hidden;
import dev.heed.xsim.user.User;
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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestPath;

/** X's timelines: who mentions somebody (the newest 800), and what somebody posted (the newest 3,200; 800 without replies). */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

    private final World world;
    private final Users users;
    private final Posts posts;
    private final PostPages pages;
    private final Sight sight;
    private final ThinPages thin;
    private final CurrentCall call;

    TimelineResource(
            World world, Users users, Posts posts, PostPages pages, Sight sight, ThinPages thin, CurrentCall call) {
        this.world = world;
        this.users = users;
        this.posts = posts;
        this.pages = pages;
        this.sight = sight;
        this.thin = thin;
        this.call = call;
    }

    @GET
    @Path("/users/{id}/mentions")
    @Calling(Endpoint.MENTIONS)
    public Response mentions(@Context UriInfo uri, @RestPath String id) {
        return page(id, params(uri, List.of()), Timeline.MENTIONS, posts::mentioning, post -> true);
    }

    @GET
    @Path("/users/{id}/tweets")
    @Calling(Endpoint.USER_POSTS)
    public Response posts(@Context UriInfo uri, @RestPath String id) {
        Params params = params(uri, List.of("exclude"));
        Set<String> exclude = params.some("exclude", List.of("replies", "retweets"));
        Timeline timeline = exclude.contains("replies") ? Timeline.POSTS_WITHOUT_REPLIES : Timeline.POSTS;
        boolean reposts = !exclude.contains("retweets");
        return page(id, params, timeline, posts::by, post -> reposts || post.reposts() == null);
    }

    private Response page(
            String id,
            Params params,
            Timeline timeline,
            Function<UserId, NavigableMap<PostId, Post>> source,
            Predicate<Post> wished) {
        Optional<UserId> viewer = call.viewer();
        String scope = timeline + "/" + id;
        params.pathId("id", id);
        Wanted wanted = Wanted.posts(params);
        Bounds bounds = Bounds.read(params);
        int most = params.number("max_results", 5, 100, 10);
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
            Optional<User> user = UserId.parse(id).flatMap(users::byId);
            Optional<ObjectNode> hidden = Hidden.postsWhy(user, wanted.dialect(), id, viewer);
            if (hidden.isPresent()) {
                ObjectNode answer = JsonNodeFactory.instance.objectNode();
                answer.putArray("errors").add(hidden.get());
                return Response.ok(answer).build();
            }
            List<Post> reach = timeline.reach(
                    source.apply(user.orElseThrow().id()).descendingMap().values(),
                    bounds,
                    post -> wished.test(post) && sight.hasPlace(post, timeline.place()));
            Predicate<Post> listed = post -> sight.listed(post, timeline.place(), viewer);
            if (!thin.areOrdered()) {
                reach.removeIf(listed.negate());
            }
            Slice<Post> slice =
                    Slice.of(reach, post -> post.id().value(), token, most).only(listed);
            return Response.ok(pages.show(slice, wanted, scope, true, viewer)).build();
        });
    }

    private Params params(UriInfo uri, List<String> own) {
        List<String> allowed = new ArrayList<>(List.of("id", "max_results", "pagination_token"));
        allowed.addAll(Bounds.PARAMETERS);
        allowed.addAll(own);
        allowed.addAll(Wanted.ofPosts(call.dialect()));
        return new Params(uri.getQueryParameters(), call.dialect(), allowed);
    }
}
