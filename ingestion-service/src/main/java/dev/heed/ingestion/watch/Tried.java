package dev.heed.ingestion.watch;

import dev.heed.x.XPost;
import dev.heed.x.query.QueryProblem;
import java.time.Instant;
import java.util.List;

/** What came of trying a query. */
sealed interface Tried {

    /**
     * X took it.
     *
     * @param asked as X was asked
     * @param sample what it found, the newest first; at most ten
     * @param volume how much of it there is
     */
    record Found(String asked, List<XPost> sample, Volume volume) implements Tried {}

    /** It is not X's language, or X would refuse it: it was not asked. */
    record Unreadable(List<QueryProblem> problems) implements Tried {}

    /** X refused it, with these words. */
    record RefusedByX(String detail) implements Tried {}

    /** X cannot be asked until somebody changes what is set here, or at X. */
    record CannotAsk(String why) implements Tried {}

    /** A limit or the money is spent, for now. */
    record NotNow(String why) implements Tried {}

    /** X did not answer. */
    record XDidNotTell(String cause) implements Tried {}

    /** How much a query finds. Reads are billed once per post and day, so a post costs once however often it is met. */
    record Volume(int shown, boolean isAll, double postsADay) {

        private static final double DAYS = 7;

        /** From the newest posts that X showed, of which there may be more. */
        static Volume of(List<XPost> sample, boolean more, Instant now) {
            if (!more) {
                return new Volume(sample.size(), true, sample.size() / DAYS);
            }
            Instant oldest = sample.stream()
                    .map(XPost::createdAt)
                    .min(Instant::compareTo)
                    .orElse(now);
            double seconds = Math.max(1, now.getEpochSecond() - oldest.getEpochSecond());
            return new Volume(sample.size(), false, sample.size() * 86_400 / seconds);
        }

        long microsADay(long postMicros) {
            return Math.round(postsADay * postMicros);
        }
    }
}
