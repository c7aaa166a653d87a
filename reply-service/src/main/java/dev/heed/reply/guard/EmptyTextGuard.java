package dev.heed.reply.guard;

import java.util.List;

/**
 * Refuses a text that a reader would see as empty: nothing but white space, invisible characters or leading mentions.
 */
final class EmptyTextGuard implements Guard {
    static final String NAME = "empty-text";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> findings(String text) {
        String words = text.replaceAll("(?<![\\w@])@\\w{1,15}", "");
        boolean visible = words.codePoints().anyMatch(EmptyTextGuard::isVisible);
        return visible
                ? List.of()
                : List.of(
                        new Check(NAME, Verdict.BLOCK, "There is no text. Write what the customer should read.", null));
    }

    @Override
    public String allClear() {
        return "There is something to read.";
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> Character.isExtendedPictographic(point);
            default -> true;
        };
    }
}
