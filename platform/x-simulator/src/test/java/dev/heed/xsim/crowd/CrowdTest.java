package dev.heed.xsim.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.MovableClock;
import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {

    @TempDir
    Path folder;

    @Test
    void aBurstComesAtItsPace() {
        WorldFixture x = new WorldFixture();
        Crowd crowd = crowd(x);
        crowd.begin("acme", 600, 7, Duration.ofMinutes(1), "@acme number {n}");
        drain(crowd);
        assertThat(mentions(x)).isEqualTo(1);
        x.clock.pass(Duration.ofSeconds(30));
        drain(crowd);
        assertThat(mentions(x)).isBetween(300, 302);
        x.clock.pass(Duration.ofSeconds(30));
        drain(crowd);
        assertThat(mentions(x)).isEqualTo(600);
        assertThat(x.users.all()).hasSize(8);
        assertThat(x.posts.mentioning(x.user("acme")).values().stream()
                        .map(Post::typed)
                        .distinct())
                .hasSize(600);
    }

    @Test
    void tenThousandAtOnceAreCheapInTheJournal() throws IOException {
        Path journal = folder.resolve("journal");
        WorldFixture x = new WorldFixture(journal, new MovableClock());
        Crowd crowd = crowd(x);
        crowd.begin("acme", 10_000, 500, Duration.ZERO, "@acme my parcel {n} is lost");
        drain(crowd);
        assertThat(mentions(x)).isEqualTo(10_000);
        assertThat(Files.size(journal) / 10_000).as("bytes a post").isLessThan(500);
        WorldFixture after = new WorldFixture(journal, new MovableClock());
        assertThat(after.posts.all()).isEqualTo(x.posts.all());
    }

    @Test
    void aBurstThatIsCalledOffEnds() {
        WorldFixture x = new WorldFixture();
        Crowd crowd = crowd(x);
        crowd.begin("acme", 600, 7, Duration.ofMinutes(1), "@acme {n}");
        crowd.forget();
        x.clock.pass(Duration.ofMinutes(2));
        drain(crowd);
        assertThat(mentions(x)).isZero();
    }

    private static Crowd crowd(WorldFixture x) {
        x.user("acme");
        return new Crowd(x.world, x.join, x.publish);
    }

    private static int mentions(WorldFixture x) {
        return x.posts.mentioning(x.user("acme")).size();
    }

    private static void drain(Crowd crowd) {
        boolean more = true;
        while (more) {
            more = crowd.step();
        }
    }
}
