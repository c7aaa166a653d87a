package dev.heed.xsim.call;

import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.id.UserId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call under way: who makes it and in which vocabulary it is to be answered. Filled by the gate. */
@RequestScoped
public class CurrentCall {

    private @Nullable Caller caller;
    private Dialect dialect = Dialect.POSTS;

    public void enter(@Nullable Caller who, Dialect spoken) {
        caller = who;
        dialect = spoken;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Who makes a call that is open to nobody without a token. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("The gate let a call through without a token");
        }
        return caller;
    }

    /** The user who asks; empty for the app. */
    public Optional<UserId> viewer() {
        return caller instanceof Caller.Person person ? Optional.of(person.user()) : Optional.empty();
    }

    /** The user of a call that only users may make. */
    public UserId user() {
        if (caller instanceof Caller.Person person) {
            return person.user();
        }
        throw new IllegalStateException("The gate let a call through that only users may make");
    }
}
