package dev.heed.local.replay;

/** Recordings hold text as X's API gives it, with three characters written as HTML entities; people typed them plain. */
final class Entities {
    private Entities() {}

    static String decoded(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
