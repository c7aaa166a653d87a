package dev.heed.xsim.control;

import dev.heed.xsim.attachment.Attached;
import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.attachment.Poll;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Extras;
import dev.heed.xsim.post.NewPost;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sight.Lag;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A post as the control API takes it. */
record PostRequest(
        @Nullable String as,
        @Nullable String text,
        @Nullable String inReplyTo,
        @Nullable String quote,
        @Nullable String repostOf,
        @Nullable List<MediaRequest> media,
        @Nullable PollRequest poll,
        @Nullable String lang,
        @Nullable String createdAt,
        @Nullable AppearsAfter appearsAfter) {

    private static final int MOST_MEDIA = 4;

    record MediaRequest(
            @Nullable String type,
            @Nullable String url,
            @Nullable String altText) {}

    record PollRequest(
            @Nullable List<String> options, @Nullable Integer minutes) {}

    /** Milliseconds. */
    record AppearsAfter(
            @Nullable Long mentions,
            @Nullable Long search,
            @Nullable Long lookup) {}

    /** What is wrong with a request, in words. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String words) {
            super(words);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    /** @param ids gives ids for media and polls */
    NewPost wish(UserId author, Instant now, LongSupplier ids) throws Unusable {
        if (text == null && repostOf == null && media == null) {
            throw new Unusable("text is required, but with repostOf or media.");
        }
        Extras extras = new Extras(
                new Attached(media(ids), poll(now, ids)), id("repostOf", repostOf), lang, created(now), lag());
        return new NewPost(
                author,
                text == null ? "" : text,
                id("inReplyTo", inReplyTo),
                id("quote", quote),
                Set.of(),
                Post.By.CONTROL,
                extras);
    }

    private static @Nullable PostId id(String name, @Nullable String given) throws Unusable {
        Optional<PostId> id = Optional.ofNullable(given).flatMap(PostId::parse);
        if (given != null && id.isEmpty()) {
            throw new Unusable(name + " is the id of a post: 1 to 19 digits.");
        }
        return id.orElse(null);
    }

    private List<Media> media(LongSupplier ids) throws Unusable {
        List<Media> all = new ArrayList<>();
        for (MediaRequest one : media == null ? List.<MediaRequest>of() : media) {
            Optional<Media.Kind> kind = Optional.ofNullable(one.type).flatMap(Media.Kind::named);
            if (kind.isEmpty()) {
                throw new Unusable("The type of media is photo, video or animated_gif.");
            }
            all.add(Media.of(kind.get(), ids.getAsLong(), one.url, one.altText));
        }
        if (all.size() > MOST_MEDIA) {
            throw new Unusable("A post has at most four media.");
        }
        return all;
    }

    private @Nullable Poll poll(Instant now, LongSupplier ids) throws Unusable {
        if (poll == null) {
            return null;
        }
        if (poll.options == null || poll.minutes == null || !Poll.possible(poll.options, poll.minutes)) {
            throw new Unusable("A poll has 2 to 4 options of 1 to 25 characters and 5 to 10080 minutes.");
        }
        return new Poll(
                Long.toString(ids.getAsLong()),
                List.copyOf(poll.options),
                now.plus(Duration.ofMinutes(poll.minutes)),
                poll.minutes);
    }

    private @Nullable Instant created(Instant now) throws Unusable {
        if (createdAt == null) {
            return null;
        }
        try {
            Instant created = Instant.parse(createdAt);
            if (!created.isAfter(now)) {
                return created;
            }
        } catch (DateTimeException unreadable) {
            throw new Unusable("createdAt is an RFC 3339 time, such as 2026-11-02T09:00:00Z.");
        }
        throw new Unusable("createdAt must not be in the future.");
    }

    private @Nullable Lag lag() throws Unusable {
        if (appearsAfter == null) {
            return null;
        }
        Lag lag = new Lag(millis(appearsAfter.mentions), millis(appearsAfter.search), millis(appearsAfter.lookup));
        if (Math.min(lag.mentions(), Math.min(lag.search(), lag.lookup())) < 0) {
            throw new Unusable("appearsAfter has milliseconds of at least 0.");
        }
        return lag;
    }

    private static long millis(@Nullable Long given) {
        return given == null ? 0 : given;
    }
}
