package dev.heed.ingestion.quota;

import dev.heed.x.XAnswer;
import java.time.Instant;

/** What came of wanting to ask X. */
public sealed interface Asked<T> {

    /** X was asked, and this is what it said. */
    record Answered<T>(XAnswer<T> answer) implements Asked<T> {}

    /**
     * X was not asked: a limit or a budget is spent.
     *
     * @param until before this time asking cannot help
     * @param why in words for the people who run the service
     */
    record NotNow<T>(Instant until, String why) implements Asked<T> {}
}
