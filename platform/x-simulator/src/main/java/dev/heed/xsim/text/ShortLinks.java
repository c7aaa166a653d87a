package dev.heed.xsim.text;

import java.util.Locale;

/**
 * The t.co links of one post: 23 characters each, different for each link of each post, the same whenever they are made.
 *
 * @param seed the id of the post
 */
record ShortLinks(long seed) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CODE = 10;
    private static final int DISPLAYED = 26;

    /** The link in this place of the text, counted from 0. */
    String link(int place) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L * (place + 1));
        StringBuilder code = new StringBuilder("https://t.co/");
        for (int i = 0; i < CODE; i++) {
            code.append(DIGITS.charAt((int) Long.remainderUnsigned(mixed, DIGITS.length())));
            mixed = Long.divideUnsigned(mixed, DIGITS.length());
        }
        return code.toString();
    }

    static String expanded(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? written : "http://" + written;
    }

    static String display(String url) {
        String bare = url.replaceFirst("(?i)^https?://(www\\.)?", "");
        return bare.length() <= DISPLAYED + 1 ? bare : bare.substring(0, DISPLAYED) + "\u2026";
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
