package dev.heed.xsim.replay;

import dev.heed.xsim.id.PostId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recording on its way: what was played, what waits for whom, what is due.
 *
 * <p>Not thread-safe: the world's lock guards it.
 */
final class Replay {

    private final String id;
    private final Script script;
    private final double speed;
    private final Instant began;
    private final Instant first;
    private final Map<String, Cue> left = new LinkedHashMap<>();
    private final Map<String, PostId> posts = new LinkedHashMap<>();
    private final Set<String> calledOff = new HashSet<>();

    /** Whether, and as what, a brand has really replied to a post through the API. */
    interface Replies {
        Optional<PostId> by(String brand, PostId post);
    }

    /** A row whose time has come. */
    record Ready(Cue cue, @Nullable PostId inReplyTo) {}

    Replay(String id, Script script, double speed, Instant began) {
        this.id = id;
        this.script = script;
        this.speed = speed;
        this.began = began;
        script.cues().forEach(cue -> left.put(cue.row().id(), cue));
        this.first = left.isEmpty() ? began : script.cues().getFirst().row().createdAt();
    }

    String id() {
        return id;
    }

    Script script() {
        return script;
    }

    /** The next row to play now, if any: due, and waiting for nobody. */
    Optional<Ready> next(Instant now, Replies replies) {
        for (Cue cue : left.values()) {
            if (due(cue).isAfter(now)) {
                return Optional.empty();
            }
            Optional<Ready> ready = switch (cue) {
                case Cue.Opening opening -> Optional.of(new Ready(opening, null));
                case Cue.Sequel sequel -> post(sequel.after()).map(post -> new Ready(sequel, post));
                case Cue.Rejoinder rejoinder ->
                    post(rejoinder.after())
                            .flatMap(target -> answer(rejoinder, target, replies))
                            .map(post -> new Ready(rejoinder, post));
            };
            if (ready.isPresent()) {
                return ready;
            }
        }
        return Optional.empty();
    }

    /** What a rejoinder is a reply to: the brand's reply, or the post before when that reply will not come. */
    private Optional<PostId> answer(Cue.Rejoinder rejoinder, PostId target, Replies replies) {
        return replies.by(rejoinder.answer().author(), target)
                .or(() -> calledOff.contains(rejoinder.answer().id()) ? Optional.of(target) : Optional.empty());
    }

    private Optional<PostId> post(String row) {
        return Optional.ofNullable(posts.get(row));
    }

    void played(String row, PostId post) {
        posts.put(row, post);
        left.remove(row);
    }

    void callOff(String brandRow) {
        calledOff.add(brandRow);
    }

    /** The brand's row that is meant by this id: its own, or that of the customer's row which waits for it. */
    Optional<String> answerMeant(String row) {
        return script.answers().stream()
                .map(answer -> answer.row().id())
                .filter(row::equals)
                .findFirst()
                .or(() -> left.get(row) instanceof Cue.Rejoinder rejoinder
                        ? Optional.of(rejoinder.answer().id())
                        : Optional.empty());
    }

    Progress progress(Instant now, Replies replies) {
        List<Progress.Answer> hoped = new ArrayList<>();
        Map<String, PostId> answered = new HashMap<>();
        for (Script.Answer answer : script.answers()) {
            PostId target = posts.get(answer.target());
            if (target == null || calledOff.contains(answer.row().id())) {
                continue;
            }
            Optional<PostId> reply = replies.by(answer.row().author(), target);
            if (reply.isPresent()) {
                answered.put(answer.row().id(), reply.get());
            } else {
                Row row = answer.row();
                hoped.add(new Progress.Answer(row.id(), row.author(), row.text(), answer.target(), target));
            }
        }
        int waiting =
                (int) left.values().stream().filter(cue -> waits(cue, replies)).count();
        Progress.State state = left.isEmpty()
                ? Progress.State.DONE
                : left.values().stream().allMatch(cue -> !due(cue).isAfter(now))
                                && next(now, replies).isEmpty()
                        ? Progress.State.WAITING
                        : Progress.State.PLAYING;
        return new Progress(
                id,
                state,
                script.cues().size(),
                posts.size(),
                waiting,
                left.size() - waiting,
                script.unaddressed(),
                script.rejected(),
                Map.copyOf(posts),
                answered,
                hoped,
                List.copyOf(calledOff));
    }

    private boolean waits(Cue cue, Replies replies) {
        return cue instanceof Cue.Rejoinder rejoinder
                && post(rejoinder.after())
                        .filter(target -> answer(rejoinder, target, replies).isEmpty())
                        .isPresent();
    }

    private Instant due(Cue cue) {
        if (speed == 0) {
            return began;
        }
        double millis = Duration.between(first, cue.row().createdAt()).toMillis() / speed;
        return began.plusMillis((long) Math.min(millis, 1e15));
    }
}
