package dev.heed.routing.policy;

/** A post with its context, taken apart once for all the conditions that ask about it. */
record Reading(Words words, Post post, Context context) {

    private static final int SHOUTED_WORDS = 3;
    private static final int SHOUTED_LETTERS = 12;
    private static final double SHOUTED_SHARE = 0.6;

    static Reading of(Post post, Context context) {
        return new Reading(Words.of(post.text()), post, context);
    }

    boolean hasQuestion() {
        return words.bare().chars().anyMatch(c -> c == '?' || c == '？' || c == '؟');
    }

    boolean isShouting() {
        long letters = words.bare().codePoints().filter(Character::isLetter).count();
        long capitals = words.bare().codePoints().filter(Character::isUpperCase).count();
        return words.tokens().size() >= SHOUTED_WORDS
                && letters >= SHOUTED_LETTERS
                && capitals >= letters * SHOUTED_SHARE;
    }
}
