package dev.heed.xsim.oauth;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.call.Caller;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells whose bearer token this is. */
@Singleton
public class Tokens {

    private final World world;
    private final Grants grants;
    private final String appOnly;

    Tokens(World world, Grants grants, SimConfig config) {
        this.world = world;
        this.grants = grants;
        this.appOnly = config.bearer();
    }

    /** Empty for a token that is unknown, expired or killed. */
    public Optional<Caller> whose(String bearer) {
        if (bearer.equals(appOnly)) {
            return Optional.of(new Caller.App());
        }
        return world.alone(() -> grants.access(bearer)
                .filter(given -> world.now().isBefore(given.expiresAt()))
                .map(given -> new Caller.Person(given.user(), given.scopes())));
    }
}
