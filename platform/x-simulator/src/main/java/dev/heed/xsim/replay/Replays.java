package dev.heed.xsim.replay;

import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every replay, the finished ones too. */
@Singleton
public class Replays implements Room {

    private final Map<String, Replay> byId = new LinkedHashMap<>();

    Optional<Replay> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Replay> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    String nextId() {
        return "r" + (byId.size() + 1);
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(ReplayFact.ReplayBegan.class, ReplayFact.RowPlayed.class, ReplayFact.AnswerCalledOff.class);
    }

    @Override
    public void apply(Fact fact) {
        if (!(fact instanceof ReplayFact own)) {
            return;
        }
        switch (own) {
            case ReplayFact.ReplayBegan began -> {
                Script script = Script.of(Recording.read(began.csv(), began.limit()));
                byId.put(began.replay(), new Replay(began.replay(), script, began.speed(), began.at()));
            }
            case ReplayFact.RowPlayed played ->
                find(played.replay()).ifPresent(replay -> replay.played(played.row(), played.post()));
            case ReplayFact.AnswerCalledOff off -> find(off.replay()).ifPresent(replay -> replay.callOff(off.row()));
        }
    }

    @Override
    public void forget() {
        byId.clear();
    }
}
