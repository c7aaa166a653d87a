package dev.heed.reply.timeline;

import dev.heed.x.PageRequest;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** An account's own posts on X, read from the newest back to the intent, page by page. */
@ApplicationScoped
public class Timeline {
    private static final int PAGE = 100;

    /** X shows 3,200 posts; a walk that does not end there is not one that proves absence. */
    private static final int MOST_PAGES = 40;

    private final XApi x;

    Timeline(XApi x) {
        this.x = x;
    }

    /** Looks for a post on all pages; stops where it is found. Never fails for what X does. */
    public Uni<Reading> look(Sought sought, String bearer) {
        return page(sought, bearer, null, 1, new Reading.Absent());
    }

    private Uni<Reading> page(Sought sought, String bearer, @Nullable String token, int number, Reading soFar) {
        PageRequest request = new PageRequest(PAGE, null, null, sought.since(), token);
        return x.userPosts(sought.accountId(), request, bearer).flatMap(answer -> switch (answer) {
            case XAnswer.Given<XPage> given -> next(sought, bearer, given.value(), number, soFar);
            case XAnswer.Limited<XPage> limited -> done(new Reading.NotRead(limited.detail(), limited.until()));
            case XAnswer.Refused<XPage> refused -> done(refused(refused));
            case XAnswer.Unclear<XPage> unclear -> done(new Reading.NotRead(unclear.cause(), null));
        });
    }

    private Uni<Reading> next(Sought sought, String bearer, XPage page, int number, Reading soFar) {
        Reading here = PageMatch.of(page, sought);
        if (!(here instanceof Reading.Found) && !page.unavailable().isEmpty()) {
            return done(new Reading.NotRead(
                    "X does not show these of the account's posts just now: " + String.join(", ", page.unavailable()),
                    null));
        }
        Reading now = soFar instanceof Reading.Ambiguous && here instanceof Reading.Absent ? soFar : here;
        if (now instanceof Reading.Found || page.nextToken() == null) {
            return done(now);
        }
        return number == MOST_PAGES
                ? done(new Reading.Ambiguous("X shows more posts since the intent than can be read"))
                : page(sought, bearer, page.nextToken(), number + 1, now);
    }

    private static Reading refused(XAnswer.Refused<XPage> refused) {
        String why = "X refused to show the timeline: " + refused.detail();
        return refused.refusal() == Refusal.UNAUTHORIZED ? new Reading.Denied(why) : new Reading.NotRead(why, null);
    }

    private static Uni<Reading> done(Reading reading) {
        return Uni.createFrom().item(reading);
    }
}
