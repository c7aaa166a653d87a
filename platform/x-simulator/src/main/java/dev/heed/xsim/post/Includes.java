package dev.heed.xsim.post;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.attachment.AttachedView;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.sight.Seen;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.UserView;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@code includes} of an answer with posts: what its expansions ask for, each thing once. A post referred to that cannot be seen is
 * told in {@code errors}. Only while the world is held.
 */
@Singleton
public class Includes {

    private final World world;
    private final Posts posts;
    private final Users users;
    private final PostView view;
    private final UserView userView;
    private final Sight sight;

    public Includes(World world, Posts posts, Users users, PostView view, UserView userView, Sight sight) {
        this.world = world;
        this.posts = posts;
        this.users = users;
        this.view = view;
        this.userView = userView;
        this.sight = sight;
    }

    void into(ObjectNode answer, Collection<Post> shown, Wanted wanted, Optional<UserId> viewer) {
        ObjectNode includes = JsonNodeFactory.instance.objectNode();
        Set<Post> referenced = referenced(answer, shown, wanted, viewer);
        for (UserId person : people(shown, referenced, wanted)) {
            User user = users.known(person);
            if (user.standing() == User.Standing.ACTIVE) {
                includes.withArray("users").add(userView.show(user, wanted));
            }
        }
        Set<Post> further = new LinkedHashSet<>(referenced);
        further.addAll(otherVersions(shown, wanted));
        further.forEach(post -> includes.withArray(wanted.dialect().included()).add(view.show(post, wanted)));
        attachments(includes, shown, referenced, wanted);
        if (!includes.isEmpty()) {
            answer.set("includes", includes);
        }
    }

    private Set<Post> referenced(ObjectNode answer, Collection<Post> shown, Wanted wanted, Optional<UserId> viewer) {
        Set<Post> referenced = new LinkedHashSet<>();
        if (!wanted.expandsReferences()) {
            return referenced;
        }
        Set<PostId> ids = new LinkedHashSet<>();
        shown.forEach(post -> Stream.of(
                        Optional.ofNullable(post.reposts()),
                        Optional.ofNullable(post.inReplyTo()),
                        Optional.ofNullable(post.quotes()))
                .flatMap(Optional::stream)
                .forEach(ids::add));
        for (PostId id : ids) {
            Optional<Post> post = posts.evenDeleted(id);
            switch (post.map(it -> sight.of(it, viewer)).orElse(Seen.GONE)) {
                case SHOWN -> post.ifPresent(referenced::add);
                case GONE ->
                    answer.withArray("errors")
                            .add(XProblem.notFound(wanted.dialect(), "tweet", wanted.referenceExpansion(), id.text()));
                case FORBIDDEN ->
                    answer.withArray("errors")
                            .add(XProblem.notAuthorized(
                                    wanted.dialect(), "tweet", wanted.referenceExpansion(), id.text(), "includes"));
            }
        }
        return referenced;
    }

    private static Set<UserId> people(Collection<Post> shown, Set<Post> referenced, Wanted wanted) {
        Set<UserId> people = new LinkedHashSet<>();
        for (Post post : shown) {
            if (wanted.expands("author_id")) {
                people.add(post.author());
            }
            if (wanted.expands("in_reply_to_user_id") && post.inReplyToUser() != null) {
                people.add(post.inReplyToUser());
            }
            if (wanted.expands("entities.mentions.username")) {
                people.addAll(post.mentions());
            }
        }
        if (wanted.expandsReferenceAuthors()) {
            referenced.forEach(post -> people.add(post.author()));
        }
        return people;
    }

    private Set<Post> otherVersions(Collection<Post> shown, Wanted wanted) {
        Set<Post> versions = new LinkedHashSet<>();
        if (wanted.expandsVersions()) {
            for (Post post : shown) {
                posts.versions(post).stream()
                        .filter(id -> !id.equals(post.id()))
                        .forEach(id -> posts.find(id).ifPresent(versions::add));
            }
        }
        return versions;
    }

    private void attachments(ObjectNode includes, Collection<Post> shown, Set<Post> referenced, Wanted wanted) {
        Map<String, ObjectNode> media = new LinkedHashMap<>();
        Map<String, ObjectNode> polls = new LinkedHashMap<>();
        Set<Post> carriers = new LinkedHashSet<>(wanted.expands("attachments.media_keys") ? shown : Set.of());
        carriers.addAll(wanted.expandsReferenceMedia() ? referenced : Set.of());
        carriers.forEach(post ->
                post.attachments().media().forEach(it -> media.put(it.key(), AttachedView.media(it, wanted.media()))));
        if (wanted.expands("attachments.poll_ids")) {
            shown.forEach(post -> Optional.ofNullable(post.attachments().poll())
                    .ifPresent(it -> polls.put(it.id(), AttachedView.poll(it, wanted.poll(), world.now()))));
        }
        media.values().forEach(it -> includes.withArray("media").add(it));
        polls.values().forEach(it -> includes.withArray("polls").add(it));
    }
}
