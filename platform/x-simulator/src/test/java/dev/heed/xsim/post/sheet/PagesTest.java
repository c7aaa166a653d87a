package dev.heed.xsim.post.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Wanted;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sight.Place;
import dev.heed.xsim.user.UserView;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A page costs little, however many posts there are. */
class PagesTest {

    private static final int PAGES = 200;

    private final WorldFixture x = new WorldFixture();
    private final PostView view = new PostView(x.posts, x.users, new Typesetter(x.posts, x.users));
    private final PostSheet sheet =
            new PostSheet(view, new Includes(x.world, x.posts, x.users, view, new UserView(x.posts), x.sight));

    @Test
    void aHundredPostsTakeLessThanFiveMillisecondsOfAProcessor() {
        x.user("acme");
        PostId root = x.posted("bob", "@acme the root of it", null).id();
        for (int i = 0; i < 20_000; i++) {
            x.posted(
                    "customer" + i % 500,
                    "@acme #late & lost " + i + " https://example.com/" + i,
                    i % 2 == 0 ? root : null);
        }
        Wanted all = Wanted.everything(Dialect.POSTS);
        page(all);
        long start = processorNanos();
        long bytes = 0;
        for (int i = 0; i < PAGES; i++) {
            bytes += page(all);
        }
        Duration perPage = Duration.ofNanos((processorNanos() - start) / PAGES);
        System.out.println(
                "A page of 100 posts (" + bytes / PAGES + " bytes): " + perPage.toNanos() / 1_000 + " microseconds");
        assertThat(perPage).as("200 pages a second").isLessThan(Duration.ofMillis(5));
    }

    private int page(Wanted wanted) {
        List<Post> newest = x.posts.mentioning(x.user("acme")).descendingMap().values().stream()
                .filter(post -> x.sight.listed(post, Place.MENTIONS, Optional.empty()))
                .limit(800)
                .toList()
                .subList(0, 100);
        return sheet.list(newest, wanted, Optional.empty(), List.of(), rest -> {})
                .body()
                .length;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
