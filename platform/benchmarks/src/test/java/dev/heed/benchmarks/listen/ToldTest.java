package dev.heed.benchmarks.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldTest {

    @Test
    void tellsWhichPostWasReceivedWhateverElseHasAnId() throws IOException {
        assertThat(told("""
                {"id":"1","type":"mention.received.v2","data":{"account":{"id":"2"},"media":[{"id":"3"}],
                 "post":{"media":[{"id":"4"}],"author":{"id":"5"},"id":"6","text":"\\"id\\":\\"7\\""},"id":"8"}}""")).contains("6");
    }

    @Test
    void tellsItInWhateverOrderTheMembersCome() throws IOException {
        assertThat(told("""
                {"data":{"post":{"id":"6"},"parent":{"id":"7","type":"none"}},"type":"mention.received.v1"}""")).contains("6");
    }

    @Test
    void passesOverOtherEvents() throws IOException {
        assertThat(told("""
                {"type":"mention.edited.v1","data":{"post":{"id":"6"},"type":"mention.received.v2"}}""")).isEmpty();
    }

    private static Optional<String> told(String event) throws IOException {
        return Told.mention(event.getBytes(StandardCharsets.UTF_8));
    }
}
