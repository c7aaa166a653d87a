package dev.heed.reply.publication;

import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.guard.Check;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be posted: fixed by the intent, never changed afterwards.
 *
 * @param inReplyTo the customer's post
 * @param author user name of the ticket's owner who said "publish"
 * @param traceparent the trace of the mention, which the publication goes on with
 */
record Reply(
        ReplyId id,
        String ticketId,
        String accountId,
        String accountHandle,
        String inReplyTo,
        String text,
        String author,
        List<Check> guards,
        @Nullable String policyVersion,
        Instant intendedAt,
        String traceparent) {

    Reply {
        guards = List.copyOf(guards);
    }

    /** Lower-case hex of SHA-256 over the UTF-8 text, as it goes to X. */
    String textSha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
