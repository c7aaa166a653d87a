package dev.heed.routing.post;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a post.
 *
 * @param type photo, video or animated_gif
 * @param altText what its author says that it shows
 */
@RegisterForReflection
public record Media(
        String type, @Nullable String url, @Nullable String altText) {}
