package dev.heed.xsim.search;

import com.twitter.twittertext.Extractor;
import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.text.Links;
import dev.heed.xsim.text.Names;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a post is what a query looks for. Only while the world is held. */
final class Matching {

    private static final Extractor EXTRACTOR = new Extractor();

    private final Posts posts;
    private final Users users;

    Matching(Posts posts, Users users) {
        this.posts = posts;
        this.users = users;
    }

    boolean matches(Clause clause, Post post) {
        return switch (clause) {
            case Clause.All all -> all.parts().stream().allMatch(part -> matches(part, post));
            case Clause.Any any -> any.parts().stream().anyMatch(part -> matches(part, post));
            case Clause.Not not -> !matches(not.part(), post);
            case Clause.Words words -> Words.hold(post.text(), words.words());
            case Clause.Tag tag -> tagged(tag, post);
            case Clause.Operator operator -> operates(operator.name(), operator.value(), post);
        };
    }

    private boolean tagged(Clause.Tag tag, Post post) {
        if (!post.text().toLowerCase(Locale.ROOT).contains(tag.name().toLowerCase(Locale.ROOT))) {
            return false; // cheaper than taking the text apart
        }
        List<String> found = switch (tag.sign()) {
            case '#' -> EXTRACTOR.extractHashtags(post.text());
            case '$' -> EXTRACTOR.extractCashtags(post.text());
            default -> Names.of(post.text());
        };
        return found.stream().anyMatch(name -> name.equalsIgnoreCase(tag.name()));
    }

    private boolean operates(Clause.Name name, String value, Post post) {
        return switch (name) {
            case FROM -> is(post.author(), value);
            case TO -> post.inReplyToUser() != null && is(post.inReplyToUser(), value);
            case CONVERSATION_ID -> same(post.conversation(), value);
            case IN_REPLY_TO_TWEET_ID -> same(post.inReplyTo(), value);
            case QUOTES_OF_TWEET_ID -> same(post.quotes(), value);
            case URL -> links(post).anyMatch(url -> Words.hold(url, Words.of(value)));
            case LANG -> value.equals(post.lang());
            case HAS -> has(value, post);
            case IS ->
                switch (value) {
                    case "reply" -> post.inReplyTo() != null;
                    case "quote" -> post.quotes() != null;
                    case "verified" -> users.known(post.author()).verified();
                    default -> post.reposts() != null;
                };
        };
    }

    /** Those that its author wrote, and the one that X adds to a quote. */
    private Stream<String> links(Post post) {
        Stream<String> quoted = Optional.ofNullable(post.quotes()).flatMap(posts::evenDeleted).stream()
                .map(it -> "https://x.com/" + users.known(it.author()).username() + "/status/" + it.id());
        return Stream.concat(Links.in(post.text()).stream().map(Extractor.Entity::getValue), quoted);
    }

    private static boolean has(String what, Post post) {
        String text = post.text();
        List<Media> media = post.attachments().media();
        return switch (what) {
            case "mentions" -> !Names.of(text).isEmpty();
            case "hashtags" -> !EXTRACTOR.extractHashtags(text).isEmpty();
            case "cashtags" -> !EXTRACTOR.extractCashtags(text).isEmpty();
            case "links" -> Links.any(text);
            case "images" -> media.stream().anyMatch(it -> it.kind() == Media.Kind.PHOTO);
            default -> !media.isEmpty();
        };
    }

    private boolean is(UserId user, String nameOrId) {
        String bare = nameOrId.startsWith("@") ? nameOrId.substring(1) : nameOrId;
        Optional<UserId> named = users.byUsername(bare).map(User::id).or(() -> UserId.parse(bare));
        return named.filter(user::equals).isPresent();
    }

    private static boolean same(@Nullable PostId id, String value) {
        return id != null && id.text().equals(value);
    }
}
