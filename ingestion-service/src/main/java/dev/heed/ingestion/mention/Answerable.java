package dev.heed.ingestion.mention;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Whether X lets the account answer a post by API: only where its author mentions the account or quotes it. Everything else
 * has to be answered by hand, on X's own pages.
 *
 * @param why in words for the people who answer
 */
@RegisterForReflection
public record Answerable(boolean byApi, String why) {

    /**
     * X's rule for self-serve apps, since February 2026.
     *
     * @param handle of the account, without @
     * @param mentions it names the account, or answers it, which implies the name
     * @param quotes it quotes a post of the account
     */
    static Answerable of(String handle, boolean mentions, boolean quotes) {
        if (mentions || quotes) {
            String does = mentions ? "mentions" : "quotes";
            return new Answerable(true, "It %s @%s, so X lets the account answer.".formatted(does, handle));
        }
        return new Answerable(
                false,
                "It neither mentions nor quotes @%s, and X lets an account answer by API only where it is addressed."
                        .formatted(handle));
    }
}
