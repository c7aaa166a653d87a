package dev.heed.xsim.replay;

/** A customer's row that is to be played. Rows are named by their ids. */
sealed interface Cue {

    Row row();

    /** What to post. */
    String text();

    /** Opens a thread. Its text names the brand that is to answer. */
    record Opening(Row row, String text) implements Cue {}

    /** Follows another customer's row, {@code after}. */
    record Sequel(Row row, String after) implements Cue {
        @Override
        public String text() {
            return row.text();
        }
    }

    /** Answers a brand's row, {@code answer}: it waits until that brand has replied to {@code after}, or is called off. */
    record Rejoinder(Row row, String after, Row answer) implements Cue {
        @Override
        public String text() {
            return row.text();
        }
    }
}
