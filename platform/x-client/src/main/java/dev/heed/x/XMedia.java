package dev.heed.x;

import org.jspecify.annotations.Nullable;

/**
 * What is attached to a post.
 *
 * @param type photo, video or animated_gif
 * @param url where X serves it, as http or https; absent where X does not say
 * @param altText what its author says that it shows
 */
public record XMedia(
        String type, @Nullable String url, @Nullable String altText) {}
