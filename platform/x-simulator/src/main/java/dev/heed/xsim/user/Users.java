package dev.heed.xsim.user;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody on X. Handles are unique whatever their case. */
@Singleton
public class Users implements Room {

    private final Map<UserId, User> byId = new LinkedHashMap<>();
    private final Map<String, User> byHandle = new LinkedHashMap<>();

    public Optional<User> byId(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<User> byUsername(String username) {
        return Optional.ofNullable(byHandle.get(fold(username)));
    }

    /** The account of an id that the world itself has written down. */
    public User known(UserId id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("No user " + id));
    }

    /** In the order in which they joined. */
    public Collection<User> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(UserJoined.class);
    }

    @Override
    public void apply(Fact fact) {
        if (fact instanceof UserJoined(User user)) {
            User before = byId.put(user.id(), user);
            if (before != null) {
                byHandle.remove(fold(before.username()));
            }
            byHandle.put(fold(user.username()), user);
        }
    }

    @Override
    public void forget() {
        byId.clear();
        byHandle.clear();
    }

    private static String fold(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
