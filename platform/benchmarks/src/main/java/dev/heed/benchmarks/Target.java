package dev.heed.benchmarks;

/** The limit of a figure. */
public sealed interface Target {

    /** No limit: a figure to compare others with. */
    Target NONE = new None();

    /** Whether a value keeps to it; NaN never does, unless there is no limit. */
    boolean met(double value);

    /** As it is shown: without blanks. */
    String text();

    record AtMost(double limit) implements Target {
        @Override
        public boolean met(double value) {
            return value <= limit;
        }

        @Override
        public String text() {
            return "<=" + Figure.number(limit);
        }
    }

    record Below(double limit) implements Target {
        @Override
        public boolean met(double value) {
            return value < limit;
        }

        @Override
        public String text() {
            return "<" + Figure.number(limit);
        }
    }

    record AtLeast(double limit) implements Target {
        @Override
        public boolean met(double value) {
            return value >= limit;
        }

        @Override
        public String text() {
            return ">=" + Figure.number(limit);
        }
    }

    record Exactly(double wanted) implements Target {
        @Override
        public boolean met(double value) {
            return value == wanted;
        }

        @Override
        public String text() {
            return Figure.number(wanted);
        }
    }

    record None() implements Target {
        @Override
        public boolean met(double value) {
            return true;
        }

        @Override
        public String text() {
            return "-";
        }
    }
}
