package dev.heed.x;

/**
 * An address to which X delivers.
 *
 * @param valid X's last challenge of it was answered rightly; to an invalid one nothing is delivered
 */
public record XWebhook(String id, String url, boolean valid) {}
