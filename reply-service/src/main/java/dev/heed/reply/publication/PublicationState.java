package dev.heed.reply.publication;

import dev.heed.reply.timeline.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a publication stands. A transition exists only as a method of the state that permits it: nothing but {@link Ready}
 * can be sent, and there is no way back from {@link Published}.
 */
sealed interface PublicationState {

    /** Which call to X this is about: the one to come, the running or the last one; from 1. */
    int attempt();

    /** Calls to X so far. */
    default int calls() {
        return attempt();
    }

    /** When something is to be done about it; empty while it waits for somebody else, or has ended. */
    Optional<Instant> due();

    /** Meant to be posted. */
    sealed interface Intended extends PublicationState {
        @Override
        default int calls() {
            return attempt() - 1;
        }
    }

    /** The audit log does not hold the intent yet. No record, no post: this state cannot be sent. */
    record AwaitingSeal() implements Intended {
        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }

        Ready sealed(Instant now) {
            return new Ready(1, now, null);
        }
    }

    /**
     * May be sent from {@code notBefore} on.
     *
     * @param holdReason what holds it, in words for the agent; null while it only waits for its turn
     */
    record Ready(int attempt, Instant notBefore, @Nullable String holdReason) implements Intended {
        @Override
        public Optional<Instant> due() {
            return Optional.of(notBefore);
        }

        /** To be committed before the call, under a lease that is held. */
        Sending sending(long epoch, String textSha256, Instant now, Instant lostFrom) {
            return new Sending(attempt, epoch, textSha256, now, lostFrom);
        }

        Ready held(String reason, Instant until) {
            return new Ready(attempt, until, reason);
        }

        /** What it answers was taken back while it waited. */
        Refused withdrawn(String why, Instant at) {
            return new Refused(attempt, Refused.WITHDRAWN_POST, why, at, null);
        }
    }

    /**
     * The call to X is about to be made, under way, or was cut off.
     *
     * @param epoch of the writer's lease
     * @param lostFrom if nothing was concluded by then, the caller is gone; never before its lease has run out
     */
    record Sending(int attempt, long epoch, String textSha256, Instant since, Instant lostFrom)
            implements PublicationState {
        @Override
        public Optional<Instant> due() {
            return Optional.of(lostFrom);
        }

        Published published(String postId, Instant at) {
            return new Published(attempt, postId, at, HowKnown.ANSWER, null);
        }

        Refused refused(String reason, String detail, Instant at) {
            return new Refused(attempt, reason, detail, at, null);
        }

        /** X said that it did nothing for now, or the call was never made: the attempt does not count. */
        Ready notSent(Instant until, @Nullable String holdReason) {
            return new Ready(attempt, until, holdReason);
        }

        Settling unknown(UnknownCause cause, String detail, Instant at, Settling.Times times) {
            return new Settling(attempt, cause, detail, at, 0, times.firstReading(at));
        }
    }

    /** It may have been posted. Nothing else may happen on its ticket until that is settled. */
    sealed interface Unknown extends PublicationState {
        UnknownCause cause();

        String detail();

        Instant since();

        /** X's answer arrived after the writer had lost its lease: late, and true. */
        default Published answeredLate(String postId, Instant at) {
            return new Published(attempt(), postId, at, HowKnown.ANSWER, null);
        }

        /** A lead has seen the post. */
        default Published settledAsPublished(String postId, Settlement by) {
            return new Published(attempt(), postId, by.at(), HowKnown.RECONCILED, by);
        }

        /** A lead has made sure that there is no post. It is not tried again: a new draft may be. */
        default Refused settledAsAbsent(Settlement by) {
            return new Refused(
                    attempt(),
                    "settled-absent",
                    "%s made sure that it is not on X: %s".formatted(by.who(), by.why()),
                    by.at(),
                    by);
        }
    }

    /**
     * Being reconciled by reading the timeline.
     *
     * @param absences readings so far that did not show the post
     * @param nextReading when to look next
     */
    record Settling(int attempt, UnknownCause cause, String detail, Instant since, int absences, Instant nextReading)
            implements Unknown {

        /** When to look: once half-way, and once the settle time is over; then absence is sure. */
        record Times(Duration settle) {
            Instant firstReading(Instant since) {
                return since.plus(settle.dividedBy(2));
            }

            Instant sureFrom(Instant since) {
                return since.plus(settle);
            }
        }

        static final int SURE = 2;
        private static final int MOST_ATTEMPTS = 2;

        @Override
        public Optional<Instant> due() {
            return Optional.of(nextReading);
        }

        Settling lookAgain(Instant at) {
            return new Settling(attempt, cause, detail, since, absences, at);
        }

        /**
         * What follows from a reading that was begun at this time.
         *
         * @param retryFrom when to look again if the timeline could not be read and X did not say when
         */
        PublicationState read(Reading reading, Instant begun, Instant retryFrom, Times times) {
            return switch (reading) {
                case Reading.Found found ->
                    new Published(attempt, found.postId(), found.postedAt(), HowKnown.RECONCILED, null);
                case Reading.Ambiguous doubt -> new Unsettled(attempt, cause, doubt.why(), since);
                case Reading.NotRead not -> lookAgain(not.until() == null ? retryFrom : not.until());
                case Reading.Denied denied -> lookAgain(retryFrom);
                case Reading.Absent absent -> absent(begun, times);
            };
        }

        private PublicationState absent(Instant begun, Times times) {
            Instant sureFrom = times.sureFrom(since);
            if (absences + 1 < SURE || begun.isBefore(sureFrom)) {
                Instant next = begun.isBefore(sureFrom) ? sureFrom : begun;
                return new Settling(attempt, cause, detail, since, absences + 1, next);
            }
            if (attempt >= MOST_ATTEMPTS) {
                return new Unsettled(attempt, cause, "A second attempt left no trace on X either. " + detail, since);
            }
            // The only call ever made was answered with "duplicate", and it is not ours: X means an older post.
            return cause == UnknownCause.DUPLICATE
                    ? new Refused(attempt, "duplicate", detail, begun, null)
                    : new Ready(attempt + 1, begun, null);
        }
    }

    /** Reading could not tell, or a second attempt is as unclear as the first: a lead decides. */
    record Unsettled(int attempt, UnknownCause cause, String detail, Instant since) implements Unknown {
        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }

    /** It is on X, once. */
    record Published(
            int attempt,
            String postId,
            Instant at,
            HowKnown howKnown,
            @Nullable Settlement settled) implements PublicationState {
        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }

    /** It is not on X and will not be. {@code reason} is a stable word, {@code detail} the same for people. */
    record Refused(
            int attempt,
            String reason,
            String detail,
            Instant at,
            @Nullable Settlement settled) implements PublicationState {
        static final String WITHDRAWN_POST = "withdrawn-post";

        /** For a post that was withdrawn meanwhile X was not called. */
        @Override
        public int calls() {
            return reason.equals(WITHDRAWN_POST) ? attempt - 1 : attempt;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }
}
