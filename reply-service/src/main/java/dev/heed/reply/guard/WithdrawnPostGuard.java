package dev.heed.reply.guard;

/** Nobody is answered in public about what they took back; X would hardly take the answer, either. */
public final class WithdrawnPostGuard {
    static final String NAME = "withdrawn-post";

    private WithdrawnPostGuard() {}

    /** @param withdrawn whether X does not show the post any longer that is answered */
    public static Check check(boolean withdrawn) {
        return withdrawn
                ? new Check(
                        NAME,
                        Verdict.BLOCK,
                        "The post that this answers was withdrawn. Answer another post of the customer, or end the ticket.",
                        null)
                : Check.pass(NAME, "The post that this answers still stands.");
    }
}
