package dev.heed.xsim.message;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every direct message, oldest first. */
@Singleton
public class Messages implements Room {

    private final List<Message> all = new ArrayList<>();
    private final Map<UserId, List<Message>> byPerson = new HashMap<>();

    public List<Message> all() {
        return Collections.unmodifiableList(all);
    }

    boolean has(PostId id) {
        return all.stream().anyMatch(message -> message.id().equals(id));
    }

    /** What this person sent or got. */
    List<Message> of(UserId person) {
        return Collections.unmodifiableList(byPerson.getOrDefault(person, List.of()));
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(MessageSent.class);
    }

    @Override
    public void apply(Fact fact) {
        if (fact instanceof MessageSent(Message message)) {
            all.add(message);
            for (UserId person : List.of(message.from(), message.to())) {
                byPerson.computeIfAbsent(person, fresh -> new ArrayList<>()).add(message);
            }
        }
    }

    @Override
    public void forget() {
        all.clear();
        byPerson.clear();
    }
}
