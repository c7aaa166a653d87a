package dev.heed.local.identity;

import java.util.List;
import java.util.Optional;

/**
 * Somebody to try Heed as. The password is the name and {@code -demo}.
 *
 * @param roles what the user may do
 */
public record DemoUser(String name, List<String> roles) {
    /** All of them, one for each role and a second agent to hand tickets to. */
    public static final List<DemoUser> ALL = List.of(
            new DemoUser("agent", List.of("agent")),
            new DemoUser("agent2", List.of("agent")),
            new DemoUser("lead", List.of("agent", "lead")),
            new DemoUser("compliance", List.of("compliance")),
            new DemoUser("admin", List.of("admin")));

    /** The user of a name. */
    public static Optional<DemoUser> named(String name) {
        return ALL.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** What to type. */
    public String password() {
        return name + "-demo";
    }
}
