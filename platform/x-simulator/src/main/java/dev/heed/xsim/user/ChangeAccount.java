package dev.heed.xsim.user;

import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes an account: its profile, its protection, its standing. */
@Singleton
public class ChangeAccount {

    private final World world;
    private final Users users;

    public ChangeAccount(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    /** Whether somebody has this handle. */
    public boolean taken(String username) {
        return world.alone(() -> users.byUsername(username).isPresent());
    }

    /** The account as it is now; empty when there is none of this name. */
    public Optional<User> change(String username, UnaryOperator<User> act) {
        return world.alone(() -> users.byUsername(username).map(known -> {
            User changed = act.apply(known);
            if (!known.equals(changed)) {
                world.happened(new UserJoined(changed));
            }
            return changed;
        }));
    }
}
