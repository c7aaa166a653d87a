package dev.heed.xsim.user;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens an account on X, once per handle. */
@Singleton
public class Join {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");

    private final World world;
    private final Users users;

    public Join(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    public static boolean isHandle(@Nullable String username) {
        return username != null && HANDLE.matcher(username).matches();
    }

    /**
     * The account of this handle, opened now if need be. A profile value that is given replaces the one there was.
     *
     * @param username must be a handle
     */
    public User join(String username, @Nullable String name, @Nullable Integer followers, @Nullable Boolean verified) {
        return world.alone(() -> {
            Optional<User> found = users.byUsername(username);
            User known = found.orElseGet(() -> new User(
                    new UserId(world.nextId()),
                    username,
                    username,
                    0,
                    false,
                    world.now(),
                    false,
                    User.Standing.ACTIVE));
            User user = known.withProfile(
                    known.username(),
                    name == null ? known.name() : name,
                    followers == null ? known.followers() : followers,
                    verified == null ? known.verified() : verified);
            if (found.isEmpty() || !known.equals(user)) {
                world.happened(new UserJoined(user));
            }
            return user;
        });
    }
}
