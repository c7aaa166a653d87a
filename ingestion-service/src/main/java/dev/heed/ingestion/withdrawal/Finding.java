package dev.heed.ingestion.withdrawal;

import dev.heed.x.XLookUp;
import dev.heed.x.XLookUp.Missing;
import dev.heed.x.XPost;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a look-up says of one post. */
sealed interface Finding {

    /**
     * It stands.
     *
     * @param newer id of a newer version than the one that was asked for
     */
    record Stands(Optional<String> newer) implements Finding {}

    /** X does not show it, for the first time: to be asked for once more. */
    record Missed(Reason reason) implements Finding {}

    /** X did not show it twice: it is withdrawn. */
    record Gone(Reason reason) implements Finding {}

    /** X said nothing of it that could be understood: nothing follows. */
    record Unknown() implements Finding {}

    static Finding of(LookUp asked, XLookUp answer) {
        Optional<XPost> shown = answer.posts().stream()
                .filter(post -> post.id().equals(asked.askId()))
                .findFirst();
        if (shown.isPresent()) {
            String newest = shown.get().versions().getLast();
            return new Stands(Optional.of(newest).filter(id -> !id.equals(asked.askId())));
        }
        @Nullable Missing missing = answer.missing().get(asked.askId());
        return missing == null
                ? new Unknown()
                : reason(missing)
                        .<Finding>map(reason -> asked.missing() == null ? new Missed(reason) : new Gone(reason))
                        .orElseGet(Unknown::new);
    }

    private static Optional<Reason> reason(Missing missing) {
        return switch (missing) {
            case NOT_FOUND -> Optional.of(Reason.DELETED);
            case NOT_AUTHORIZED -> Optional.of(Reason.UNAVAILABLE);
            case SUSPENDED -> Optional.of(Reason.SUSPENDED);
            case WITHHELD -> Optional.of(Reason.WITHHELD);
            case UNCLEAR -> Optional.empty();
        };
    }
}
