package dev.heed.xsim.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.xsim.MovableClock;
import dev.heed.xsim.WorldFixture;
import dev.heed.xsim.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    @Test
    void aWorldIsThereAgainAfterARestart() {
        Path file = folder.resolve("deep/journal");
        MovableClock clock = new MovableClock();
        WorldFixture before = new WorldFixture(file, clock);
        Post question = before.posted("bob", "@acme \u4f60\u597d \ud83d\ude00\nsecond line", null);
        before.user("acme");
        Post reply = before.posted("acme", "Hello", question.id());
        before.withdraw.withdraw(reply.id());
        before.send.send(before.user("bob"), before.user("acme"), "psst", Post.By.API);

        WorldFixture after = new WorldFixture(file, clock);
        assertThat(after.posts.all()).isEqualTo(before.posts.all());
        assertThat(after.messages.all()).isEqualTo(before.messages.all());
        assertThat(after.users.all()).containsExactlyElementsOf(before.users.all());
        assertThat(after.posts.find(reply.id())).isEmpty();
        assertThat(after.posted("bob", "new", null).id())
                .as("an id is never minted twice, though the clock stood still")
                .isGreaterThan(before.messages.all().getLast().id());
    }

    @Test
    void aLineTornByACrashIsCutOff() throws IOException {
        Path file = folder.resolve("journal");
        WorldFixture before = new WorldFixture(file, new MovableClock());
        Post post = before.posted("bob", "whole", null);
        Files.writeString(file, "{\"fact\":\"Posted\",\"post\":{\"id\":\"12", StandardOpenOption.APPEND);

        WorldFixture after = new WorldFixture(file, new MovableClock());
        Post next = after.posted("bob", "next", null);
        WorldFixture again = new WorldFixture(file, new MovableClock());
        assertThat(again.posts.all().keySet()).containsExactly(post.id(), next.id());
    }

    @Test
    void aForgottenWorldStaysForgotten() {
        Path file = folder.resolve("journal");
        WorldFixture before = new WorldFixture(file, new MovableClock());
        before.posted("bob", "gone", null);
        before.world.forget();
        before.posted("carol", "stays", null);
        WorldFixture after = new WorldFixture(file, new MovableClock());
        assertThat(after.users.byUsername("bob")).isEmpty();
        assertThat(after.posts.all()).hasSize(1);
    }

    @Test
    void aJournalThatIsNoneIsRefusedAloud() throws IOException {
        Path file = folder.resolve("journal");
        Files.write(file, List.of("this is no journal"));
        assertThatThrownBy(() -> new WorldFixture(file, new MovableClock())).hasMessageContaining("cannot be read");
    }

    @Test
    void nobodyChangesTheWorldWithoutHoldingIt() {
        WorldFixture x = new WorldFixture();
        assertThatThrownBy(x.world::nextId).isInstanceOf(IllegalStateException.class);
    }
}
