package dev.heed.xsim.call;

import dev.heed.xsim.id.UserId;
import java.util.Set;

/** In whose name an endpoint is called. */
public sealed interface Caller {

    /** The app itself, by its app-only bearer token. */
    record App() implements Caller {}

    /** A user who let the app act within these scopes. */
    record Person(UserId user, Set<String> scopes) implements Caller {}
}
