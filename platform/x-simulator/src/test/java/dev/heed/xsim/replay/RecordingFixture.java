package dev.heed.xsim.replay;

import org.jspecify.annotations.Nullable;

/** Builds the text of a recording, a minute between its rows. */
final class RecordingFixture {

    private final StringBuilder csv = new StringBuilder(String.join(",", Recording.COLUMNS)).append('\n');
    private int minute;

    RecordingFixture customer(int id, String author, String text, @Nullable Integer answers) {
        return row(id, author, "True", text, answers);
    }

    RecordingFixture brand(int id, String author, String text, @Nullable Integer answers) {
        return row(id, author, "False", text, answers);
    }

    RecordingFixture line(String line) {
        csv.append(line).append('\n');
        return this;
    }

    String csv() {
        return csv.toString();
    }

    private RecordingFixture row(int id, String author, String inbound, String text, @Nullable Integer answers) {
        return line("%d,%s,%s,Tue Oct 31 22:%02d:00 +0000 2017,\"%s\",,%s"
                .formatted(id, author, inbound, minute++, text, answers == null ? "" : answers));
    }
}
