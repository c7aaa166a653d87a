package dev.heed.local.replay;

import java.time.ZonedDateTime;

/**
 * One row of a recording.
 *
 * @param line where it begins in the file, from 1
 * @param inbound written by a customer, not by a brand
 * @param parent id of the row that it answers, or empty
 */
record RecordedPost(
        int line, String id, String author, boolean inbound, ZonedDateTime createdAt, String text, String parent) {}
