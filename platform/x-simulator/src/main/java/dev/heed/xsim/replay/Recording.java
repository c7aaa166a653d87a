package dev.heed.xsim.replay;

import dev.heed.xsim.user.Join;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A recorded conversation as read from its file: the rows that make sense, by id, in the order of the file, and the lines that do not.
 */
record Recording(Map<String, Row> rows, List<Rejected> rejected) {

    static final List<String> COLUMNS = List.of(
            "tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id");
    private static final DateTimeFormatter OLD_TWITTER =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    /** @param limit how many lines after the heading are read at most */
    static Recording read(String csv, int limit) {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        List<Csv.Line> lines = Csv.read(csv);
        if (!lines.isEmpty() && lines.getFirst().fields().equals(COLUMNS)) {
            lines = lines.subList(1, lines.size());
        }
        for (Csv.Line line : lines.subList(0, Math.min(limit, lines.size()))) {
            try {
                Row row = row(line);
                if (rows.putIfAbsent(row.id(), row) != null) {
                    throw new Malformed("tweet_id " + row.id() + " stands on an earlier line already");
                }
            } catch (Malformed malformed) {
                rejected.add(new Rejected(line.number(), malformed.reason));
            }
        }
        rejectLoops(rows, rejected);
        return new Recording(rows, rejected);
    }

    private static Row row(Csv.Line line) {
        List<String> fields = line.fields();
        require(!line.broken(), "a quote on this line does not close where its field ends");
        require(
                fields.size() == COLUMNS.size(),
                "it has " + fields.size() + " columns instead of " + COLUMNS.size() + ": " + String.join(",", COLUMNS));
        require(fields.get(0).matches("[0-9]{1,19}"), "tweet_id \"" + fields.get(0) + "\" is not a number");
        require(Join.isHandle(fields.get(1)), "author_id \"" + fields.get(1) + "\" is not a handle");
        require(fields.get(2).matches("(?i)true|false"), "inbound \"" + fields.get(2) + "\" is neither True nor False");
        require(!fields.get(4).isBlank(), "text is empty");
        require(
                fields.get(6).matches("[0-9]{0,19}"),
                "in_response_to_tweet_id \"" + fields.get(6) + "\" is not a number");
        return new Row(
                line.number(),
                fields.get(0),
                fields.get(1),
                Boolean.parseBoolean(fields.get(2)),
                time(fields.get(3)),
                fields.get(4),
                fields.get(6).isEmpty() ? null : fields.get(6));
    }

    private static Instant time(String text) {
        try {
            return text.endsWith("Z") && text.contains("T")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text, OLD_TWITTER).toInstant();
        } catch (DateTimeException notATime) {
            throw new Malformed("created_at \"" + text + "\" is not a time such as Tue Oct 31 22:10:35 +0000 2017");
        }
    }

    /** A row that answers itself, by however many steps, can never be played. */
    private static void rejectLoops(Map<String, Row> rows, List<Rejected> rejected) {
        Set<String> fine = new HashSet<>();
        for (Row start : List.copyOf(rows.values())) {
            Map<String, Row> way = new LinkedHashMap<>();
            Row row = start;
            while (row != null && !fine.contains(row.id()) && way.putIfAbsent(row.id(), row) == null) {
                row = row.parent() == null ? null : rows.get(row.parent());
            }
            if (row == null || fine.contains(row.id())) {
                fine.addAll(way.keySet());
            } else {
                rows.remove(row.id());
                rejected.add(new Rejected(row.line(), "it is an answer to itself, by way of in_response_to_tweet_id"));
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Malformed(otherwise);
        }
    }

    /** Leaves the reading of one line; never leaves this class. */
    private static final class Malformed extends RuntimeException {
        private final String reason;

        Malformed(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
