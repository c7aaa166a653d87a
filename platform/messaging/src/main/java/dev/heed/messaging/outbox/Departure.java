package dev.heed.messaging.outbox;

import java.util.List;

/**
 * What became of one batch of events.
 *
 * <p>An event that is in none of the lists was not sent: one before it under the same subject failed, it is unclear what
 * became of another, or the time was up.
 *
 * @param confirmed positions that may be deleted
 * @param refused the broker will not have these; others may go on
 * @param unclear it is not known whether the broker has these
 */
record Departure(List<Long> confirmed, List<Failed> refused, List<Failed> unclear) {

    record Failed(OutboxRow row, String why) {}
}
