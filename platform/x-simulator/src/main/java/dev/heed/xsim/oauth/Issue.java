package dev.heed.xsim.oauth;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of asking for tokens. */
public sealed interface Issue {

    /** Tokens, good for {@code seconds}. */
    record Given(String access, @Nullable String refresh, Set<String> scopes, long seconds) implements Issue {}

    /** Refused, in X's words. */
    record Refused(int status, String error, String description) implements Issue {}
}
