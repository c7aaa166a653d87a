package dev.heed.reply.guard;

/**
 * A number as people write it: digits in groups with single separators.
 *
 * @param start UTF-16 offset of the first sign
 * @param text as written, separators included
 * @param digits the digits alone
 */
record DigitRun(int start, String text, String digits) {

    Span span() {
        return new Span(start, start + text.length());
    }

    boolean hasSeparators() {
        return text.length() != digits.length();
    }
}
