package dev.heed.reply.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How publications are timed. Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.reply")
public interface PublicationConfig {

    /** No record, no post: a reply is posted only after the audit log has sealed its intent. */
    @WithDefault("true")
    boolean strict();

    /** How long X may take to show a post on the account's timeline; before that, absence proves nothing. */
    @WithDefault("30s")
    Duration settle();

    /** How long one writer has an account to itself; longer than {@code heed.x.timeout}, or two could call at once. */
    @WithDefault("15s")
    Duration lease();

    /** How often due work is looked for, beside being woken. */
    @WithDefault("250ms")
    Duration poll();

    /** How long to wait before trying again what depends on others: a lost right to post, spent credits, a timeline that cannot be read. */
    @WithDefault("5s")
    Duration retry();
}
