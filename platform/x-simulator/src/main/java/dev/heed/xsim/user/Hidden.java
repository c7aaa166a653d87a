package dev.heed.xsim.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.id.UserId;
import java.util.Optional;

/** Why X does not show an account, as the entry of an {@code errors} list in an answer of 200. */
public final class Hidden {

    private Hidden() {}

    /** Empty when it is shown. A protected account is: only its posts are not. */
    public static Optional<ObjectNode> why(Optional<User> user, Dialect dialect, String parameter, String value) {
        return switch (user.map(User::standing).orElse(User.Standing.DEACTIVATED)) {
            case ACTIVE -> Optional.empty();
            case SUSPENDED -> Optional.of(XProblem.suspended(dialect, parameter, value));
            case DEACTIVATED -> Optional.of(XProblem.notFound(dialect, "user", parameter, value));
        };
    }

    /** Why X does not show an account's timelines. */
    public static Optional<ObjectNode> postsWhy(
            Optional<User> user, Dialect dialect, String id, Optional<UserId> viewer) {
        boolean closed = user.filter(User::isProtected)
                .filter(it -> viewer.filter(it.id()::equals).isEmpty())
                .isPresent();
        return why(user, dialect, "id", id)
                .or(() -> closed
                        ? Optional.of(XProblem.notAuthorized(dialect, "user", "id", id, "data"))
                        : Optional.empty());
    }
}
