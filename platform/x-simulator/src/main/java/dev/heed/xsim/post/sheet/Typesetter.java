package dev.heed.xsim.post.sheet;

import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.text.ShownText;
import dev.heed.xsim.text.Tail;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the texts of posts, and remembers those set last, since a page of a hundred is asked for again and again. Only while the world
 * is held.
 */
@Singleton
public class Typesetter {

    private static final int REMEMBERED = 20_000;

    private final Posts posts;
    private final Users users;
    private final Map<PostId, Sheet> set = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PostId, Sheet> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Sheet(Post of, ShownText text) {}

    public Typesetter(Posts posts, Users users) {
        this.posts = posts;
        this.users = users;
    }

    public ShownText text(Post post) {
        if (refers(post)) {
            return setOut(post); // what it refers to may have got another name since
        }
        Sheet known = set.get(post.id());
        if (known != null && known.of.equals(post)) {
            return known.text;
        }
        ShownText text = setOut(post);
        set.put(post.id(), new Sheet(post, text));
        return text;
    }

    private static boolean refers(Post post) {
        return post.reposts() != null
                || post.quotes() != null
                || !post.attachments().media().isEmpty();
    }

    private ShownText setOut(Post post) {
        Optional<Post> repeated = Optional.ofNullable(post.reposts()).flatMap(posts::evenDeleted);
        if (repeated.isPresent()) {
            return text(repeated.get())
                    .reposted(users.known(repeated.get().author()).username());
        }
        List<Tail> tails = new ArrayList<>();
        if (!post.attachments().media().isEmpty()) {
            Media first = post.attachments().media().getFirst();
            String kind = first.kind() == Media.Kind.PHOTO ? "photo" : "video";
            String url = permalink(post) + "/" + kind + "/1";
            tails.add(new Tail(url, "pic.x.com/" + first.key().replaceFirst("^\\d+_", ""), first.key()));
        }
        Optional.ofNullable(post.quotes())
                .flatMap(posts::evenDeleted)
                .map(this::permalink)
                .map(Tail::to)
                .ifPresent(tails::add);
        return ShownText.of(post.text(), post.shownFrom(), post.id().value(), tails);
    }

    private String permalink(Post post) {
        return "https://x.com/" + users.known(post.author()).username() + "/status/" + post.id();
    }
}
