package dev.heed.reply.publication;

import dev.heed.reply.timeline.Sought;

/** What an account's writer has to do next; everything that had to be committed before it, is. */
sealed interface Step {

    /** Nothing is due, or the account is another writer's now. */
    record Nothing() implements Step {}

    /** It was a matter of the database alone; look for the next. */
    record Done() implements Step {}

    /** Post it: the publication is Sending. */
    record Call(Publication publication, String bearer) implements Step {
        @Override
        public String toString() {
            return "Call[" + publication.reply().id() + "]";
        }
    }

    /** Look whether it was posted: the publication is Settling. */
    record Look(Publication publication, Sought sought, String bearer) implements Step {
        @Override
        public String toString() {
            return "Look[" + publication.reply().id() + "]";
        }
    }
}
