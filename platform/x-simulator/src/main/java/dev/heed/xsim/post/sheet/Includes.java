package dev.heed.xsim.post.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.answer.Pen;
import dev.heed.xsim.attachment.AttachedView;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.post.sight.Seen;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.UserView;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Writes the member {@code includes}, if there is anything to include; gives the errors. */
    List<ObjectNode> write(Pen pen, Collection<Post> shown, Wanted wanted, Optional<UserId> viewer) {
        List<ObjectNode> errors = new ArrayList<>();
        Set<Post> referenced = referenced(errors, shown, wanted, viewer);
        List<User> people = people(shown, referenced, wanted).stream()
                .map(users::known)
                .filter(user -> user.standing() == User.Standing.ACTIVE)
                .toList();
        Set<Post> further = new LinkedHashSet<>(referenced);
        further.addAll(otherVersions(shown, wanted));
        Collection<ObjectNode> media = media(shown, referenced, wanted);
        Collection<ObjectNode> polls = polls(shown, wanted);
        if (!(people.isEmpty() && further.isEmpty() && media.isEmpty() && polls.isEmpty())) {
            pen.put("includes", includes -> {
                includes.some("users", people, (list, user) -> list.add(one -> userView.write(one, user, wanted)));
                includes.some(
                        wanted.dialect().included(),
                        further,
                        (list, post) -> list.add(one -> view.write(one, post, wanted)));
                includes.some("media", media, Pen::add).some("polls", polls, Pen::add);
            });
        }
        return errors;
    }

    private Set<Post> referenced(
            List<ObjectNode> errors, Collection<Post> shown, Wanted wanted, Optional<UserId> viewer) {
        Set<Post> referenced = new LinkedHashSet<>();
        if (!wanted.expandsReferences()) {
            return referenced;
        }
        Set<PostId> ids = new LinkedHashSet<>();
        for (Post post : shown) {
            Optional.ofNullable(post.reposts()).ifPresent(ids::add);
            Optional.ofNullable(post.inReplyTo()).ifPresent(ids::add);
            Optional.ofNullable(post.quotes()).ifPresent(ids::add);
        }
        for (PostId id : ids) {
            Optional<Post> post = posts.evenDeleted(id);
            switch (post.map(it -> sight.of(it, viewer)).orElse(Seen.GONE)) {
                case SHOWN -> post.ifPresent(referenced::add);
                case GONE ->
                    errors.add(XProblem.notFound(wanted.dialect(), "tweet", wanted.referenceExpansion(), id.text()));
                case FORBIDDEN ->
                    errors.add(XProblem.notAuthorized(
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
                for (PostId id : posts.versions(post)) {
                    if (!id.equals(post.id())) {
                        posts.find(id).ifPresent(versions::add);
                    }
                }
            }
        }
        return versions;
    }

    private static Collection<ObjectNode> media(Collection<Post> shown, Set<Post> referenced, Wanted wanted) {
        Map<String, ObjectNode> media = new LinkedHashMap<>();
        List<Post> carriers = new ArrayList<>(wanted.expands("attachments.media_keys") ? shown : Set.of());
        carriers.addAll(wanted.expandsReferenceMedia() ? referenced : Set.of());
        carriers.forEach(post ->
                post.attachments().media().forEach(it -> media.put(it.key(), AttachedView.media(it, wanted.media()))));
        return media.values();
    }

    private Collection<ObjectNode> polls(Collection<Post> shown, Wanted wanted) {
        Map<String, ObjectNode> polls = new LinkedHashMap<>();
        if (wanted.expands("attachments.poll_ids")) {
            shown.forEach(post -> Optional.ofNullable(post.attachments().poll())
                    .ifPresent(it -> polls.put(it.id(), AttachedView.poll(it, wanted.poll(), world.now()))));
        }
        return polls.values();
    }
}
