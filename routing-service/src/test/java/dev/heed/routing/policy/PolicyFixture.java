package dev.heed.routing.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policy that ships, and posts for it. */
public final class PolicyFixture {

    private static final Policy DEFAULT = PolicyReader.read("default.yaml", defaultYaml());

    private PolicyFixture() {}

    /** The policy that ships. */
    public static Policy defaultPolicy() {
        return DEFAULT;
    }

    static String defaultYaml() {
        try (var in = PolicyFixture.class.getResourceAsStream("/policy/default.yaml")) {
            if (in == null) {
                throw new IllegalStateException("no default policy in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Post to(String text) {
        return new Post(text, true, false, false);
    }

    static Post about(String text) {
        return new Post(text, false, false, true);
    }

    static Decision decide(Post post) {
        return DEFAULT.decide(post, Context.FIRST_POST);
    }
}
