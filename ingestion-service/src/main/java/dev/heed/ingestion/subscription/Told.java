package dev.heed.ingestion.subscription;

import dev.heed.ingestion.quota.Asked;
import dev.heed.x.XAnswer;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** What X told, or why it did not, in words. */
sealed interface Told<T> {

    record Yes<T>(T value) implements Told<T> {}

    record No<T>(String why) implements Told<T> {}

    static <T> Told<T> of(Asked<T> asked) {
        return switch (asked) {
            case Asked.NotNow<T>(var _, String why) -> new No<>(why);
            case Asked.Answered<T>(XAnswer.Given<T>(T value, var _)) -> new Yes<>(value);
            case Asked.Answered<T>(XAnswer.Refused<T>(var _, var _, String detail)) -> new No<>("X said: " + detail);
            case Asked.Answered<T>(XAnswer.Limited<T>(var until, var _)) ->
                new No<>("X's rate limit is spent until " + until);
            case Asked.Answered<T>(XAnswer.Unclear<T>(String cause)) -> new No<>(cause);
        };
    }

    /** Goes on with what X told; what it did not tell stays untold. */
    default <R> Uni<Told<R>> then(Function<T, Uni<Told<R>>> next) {
        return switch (this) {
            case Yes<T>(T value) -> next.apply(value);
            case No<T>(String why) -> Uni.createFrom().item(new No<>(why));
        };
    }
}
