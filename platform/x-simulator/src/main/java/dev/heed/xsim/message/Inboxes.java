package dev.heed.xsim.message;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who accepts no direct messages from apps. */
@Singleton
public class Inboxes implements Room {

    private final Set<UserId> closed = new HashSet<>();

    boolean isClosed(UserId user) {
        return closed.contains(user);
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(InboxTurned.class);
    }

    @Override
    public void apply(Fact fact) {
        if (fact instanceof InboxTurned(UserId user, boolean open)) {
            if (open) {
                closed.remove(user);
            } else {
                closed.add(user);
            }
        }
    }

    @Override
    public void forget() {
        closed.clear();
    }
}
