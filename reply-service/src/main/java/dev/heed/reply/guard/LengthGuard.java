package dev.heed.reply.guard;

import java.util.List;

/** Refuses a text that X would refuse for its length. */
final class LengthGuard implements Guard {
    static final String NAME = "weighted-length";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> findings(String text) {
        int length = WeightedLength.of(text);
        return length <= WeightedLength.MOST
                ? List.of()
                : List.of(new Check(NAME, Verdict.BLOCK, tooLong(length), null));
    }

    @Override
    public String allClear() {
        return "X takes this length.";
    }

    private static String tooLong(int length) {
        return "X counts %d characters and takes %d: %d too many. A link counts 23, an emoji 2."
                .formatted(length, WeightedLength.MOST, length - WeightedLength.MOST);
    }
}
