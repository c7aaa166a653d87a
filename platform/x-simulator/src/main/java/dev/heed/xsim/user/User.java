package dev.heed.xsim.user;

import dev.heed.xsim.id.UserId;
import java.time.Instant;

/** An X account. {@code username} is the handle without the @, 1 to 15 letters, digits and underscores. */
public record User(UserId id, String username, String name, int followers, boolean verified, Instant createdAt) {}
