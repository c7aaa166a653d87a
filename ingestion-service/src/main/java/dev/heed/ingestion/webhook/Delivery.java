package dev.heed.ingestion.webhook;

import dev.heed.ingestion.rota.SourceKey;
import dev.heed.x.XActivity;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that X delivered, as it is kept.
 *
 * @param key the same however often it is delivered: X's id of the event, else the hash of the body
 * @param account whose activity it is
 * @param postId of the post that the body tells of
 * @param unreadable why it cannot be worked; null where it can
 * @param leaves the source that has what it does not tell whole; null where nothing is missing
 */
record Delivery(
        String key,
        String type,
        @Nullable String account,
        @Nullable String postId,
        Buffer body,
        @Nullable String unreadable,
        @Nullable SourceKey leaves) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** Reads what was delivered, whatever it is. */
    static Delivery of(byte[] body) {
        XActivity activity = XActivity.read(new String(body, StandardCharsets.UTF_8));
        return new Delivery(
                isWord(activity.uuid()) ? activity.uuid() : "sha256:" + hash(body),
                isWord(activity.type()) ? activity.type() : "unknown",
                activity.userId(),
                switch (activity.what()) {
                    case XActivity.What.Posted(var post) -> post.id();
                    case XActivity.What.Deleted(String id, var _) -> id;
                    case XActivity.What.Messaged _, XActivity.What.Other _, XActivity.What.Unreadable _ -> null;
                },
                Buffer.buffer(body),
                activity.what() instanceof XActivity.What.Unreadable(String why) ? why : null,
                Hint.of(activity).orElse(null));
    }

    /** Tells everything but what was said. */
    @Override
    public String toString() {
        return "Delivery[" + key + "]";
    }

    private static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
