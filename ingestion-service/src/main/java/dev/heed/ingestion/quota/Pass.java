package dev.heed.ingestion.quota;

import java.time.Instant;

/** Whether a call may be made now. */
sealed interface Pass {

    /** It may, and counts as under way until it is handed back. Numbers rise from call to call. */
    record Granted(Ask ask, long number) implements Pass {}

    /** Not before others have come back and told what is left. */
    record Busy() implements Pass {}

    /** The limit is spent. */
    record Spent(Instant until) implements Pass {}
}
