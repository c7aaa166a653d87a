package dev.heed.routing.policy;

/**
 * A post as the policy sees it.
 *
 * @param addressed whether it names one of our accounts itself, not only through the mentions X implies in a reply
 */
public record Post(String text, boolean addressed, boolean reply, boolean quote) {}
