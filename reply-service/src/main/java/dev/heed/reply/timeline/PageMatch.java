package dev.heed.reply.timeline;

import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.util.List;

/** Looks for one post on one page: by what it answers and by its text. */
final class PageMatch {
    private PageMatch() {}

    /** {@link Reading.Found} or {@link Reading.Ambiguous} if something here is or may be it, else {@link Reading.Absent}. */
    static Reading of(XPage page, Sought sought) {
        List<XPost> candidates = page.posts().stream()
                .filter(post -> !isBooked(post, sought))
                .filter(post -> answersTheSame(post, sought) || saysTheSame(post, sought))
                .toList();
        return candidates.stream()
                .filter(post -> answersTheSame(post, sought) && saysTheSame(post, sought))
                .findFirst()
                .<Reading>map(post -> new Reading.Found(post.id(), post.createdAt()))
                .orElseGet(() -> doubtful(candidates, page, sought));
    }

    private static Reading doubtful(List<XPost> candidates, XPage page, Sought sought) {
        if (!page.unreadable().isEmpty()) {
            return new Reading.Ambiguous("X showed posts that cannot be read: " + String.join(", ", page.unreadable()));
        }
        return candidates.stream()
                // The same words to another customer are another reply, which somebody may have posted by hand.
                .filter(post -> answersTheSame(post, sought) || post.repliedTo() == null)
                .findFirst()
                .<Reading>map(post -> new Reading.Ambiguous(why(post, sought)))
                .orElseGet(Reading.Absent::new);
    }

    private static String why(XPost post, Sought sought) {
        return answersTheSame(post, sought)
                ? "post %s answers the same post with other words".formatted(post.id())
                : "post %s says the same but does not show what it answers".formatted(post.id());
    }

    private static boolean isBooked(XPost post, Sought sought) {
        return sought.booked().contains(post.id())
                || post.editHistory().stream().anyMatch(sought.booked()::contains);
    }

    private static boolean answersTheSame(XPost post, Sought sought) {
        return sought.inReplyTo().equals(post.repliedTo());
    }

    private static boolean saysTheSame(XPost post, Sought sought) {
        return PostedText.isShownAs(sought.text(), post.text());
    }
}
