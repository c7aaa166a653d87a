package dev.heed.reply.publication;

import java.util.Locale;

/** Why it is not known whether a call posted. */
enum UnknownCause {
    /** A time-out, an error of X's, a broken connection. */
    UNCLEAR_ANSWER,
    /** The process that called is gone. */
    CALLER_LOST,
    /** X says that this was posted before, perhaps by the very call before this one. */
    DUPLICATE;

    /** As in events: {@code unclear-answer}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
