package dev.heed.x;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an account's direct messages, newest first.
 *
 * @param nextToken opaque, leads to older ones; absent on the last page
 * @param unreadable ids (or a few words) of events that could not be read as a message
 */
public record XMessagePage(
        List<XMessage> messages, @Nullable String nextToken, List<String> unreadable) {

    public XMessagePage {
        messages = List.copyOf(messages);
        unreadable = List.copyOf(unreadable);
    }
}
