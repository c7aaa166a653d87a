package dev.heed.local.replay;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a recording in the shape of "Customer Support on Twitter" and checks every row.
 *
 * <p>Columns: {@code tweet_id, author_id, inbound, created_at, text, response_tweet_id, in_response_to_tweet_id}, a header
 * first. A malformed row is reported and left out, the rest is kept.
 */
final class ReadRecording {
    static final List<String> COLUMNS = List.of(
            "tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private final List<RecordedPost> posts = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private ReadRecording() {}

    static Recording of(Path file) {
        try {
            return of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HeedFailure("Cannot read " + file + " as UTF-8 text: " + e, e);
        }
    }

    static Recording of(String text) {
        List<CsvRecords.CsvRecord> records = CsvRecords.of(text);
        if (records.isEmpty() || !records.getFirst().fields().equals(COLUMNS)) {
            throw new HeedFailure("The first line must name the columns: " + String.join(",", COLUMNS));
        }
        ReadRecording reading = new ReadRecording();
        records.stream().skip(1).forEach(reading::read);
        return new Recording(reading.posts, reading.rejected);
    }

    private void read(CsvRecords.CsvRecord row) {
        try {
            posts.add(parse(row));
        } catch (IllegalArgumentException malformed) {
            rejected.add("line " + row.line() + ": " + malformed.getMessage());
        }
    }

    private RecordedPost parse(CsvRecords.CsvRecord row) {
        require(row.closed(), "a quote is opened and never closed");
        List<String> fields = row.fields();
        require(fields.size() == COLUMNS.size(), fields.size() + " fields instead of " + COLUMNS.size());
        String id = fields.get(0);
        require(id.matches("[0-9]{1,19}"), "tweet_id '" + id + "' is no number");
        require(fields.get(1).matches("[A-Za-z0-9_]{1,15}"), "author_id '" + fields.get(1) + "' is no handle");
        require(fields.get(2).matches("(?i)true|false"), "inbound '" + fields.get(2) + "' is neither True nor False");
        require(!fields.get(4).isBlank(), "the text is empty");
        require(fields.get(6).matches("[0-9]*"), "in_response_to_tweet_id '" + fields.get(6) + "' is no number");
        ZonedDateTime createdAt = time(fields.get(3));
        require(ids.add(id), "tweet_id " + id + " came before");
        return new RecordedPost(
                row.line(),
                id,
                fields.get(1),
                Boolean.parseBoolean(fields.get(2)),
                createdAt,
                fields.get(4),
                fields.get(6));
    }

    private static ZonedDateTime time(String text) {
        try {
            return ZonedDateTime.parse(text, TIME);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "created_at '" + text + "' is no time like Tue Oct 31 22:10:35 +0000 2017", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The rows again as a file, for the simulator: both sides then speak of the same rows. */
    static String write(Recording recording) {
        StringBuilder csv = new StringBuilder(CsvRecords.write(COLUMNS));
        for (RecordedPost post : recording.posts()) {
            csv.append(CsvRecords.write(List.of(
                    post.id(),
                    post.author(),
                    post.inbound() ? "True" : "False",
                    post.createdAt().format(TIME),
                    post.text(),
                    "",
                    post.parent())));
        }
        return csv.toString();
    }
}
