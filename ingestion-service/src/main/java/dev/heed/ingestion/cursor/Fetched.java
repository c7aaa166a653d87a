package dev.heed.ingestion.cursor;

import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.x.XPage;

/** What came of asking for a page. */
sealed interface Fetched {

    record Page(XPage page) implements Fetched {}

    /** X does not look back to where the walk was to end. */
    record TooFarBack() implements Fetched {}

    /** There is no page, and the turn is over. */
    record Ended(TurnEnd end) implements Fetched {}
}
