package dev.heed.xsim.user;

import dev.heed.xsim.id.UserId;

/** How many posts somebody has: the one thing that a profile shows of another room. */
public interface PostCounts {
    int of(UserId author);
}
