package dev.heed.reply.publication;

import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What follows from X's answer to a post: the rules, without any I/O.
 *
 * @param retry how long to wait for what somebody has to put right
 */
record Conclusion(Instant now, Duration retry, Settling.Times times) {

    PublicationState of(Sending sending, XAnswer<String> answer) {
        return switch (answer) {
            case XAnswer.Given<String> given -> sending.published(given.value(), now);
            case XAnswer.Refused<String> refused -> refused(sending, refused);
            case XAnswer.Limited<String> limited ->
                sending.notSent(limited.until(), "X lets this account post again at %s.".formatted(limited.until()));
            case XAnswer.Unclear<String> unclear ->
                sending.unknown(UnknownCause.UNCLEAR_ANSWER, unclear.cause(), now, times);
        };
    }

    private PublicationState refused(Sending sending, XAnswer.Refused<String> refused) {
        return switch (refused.refusal()) {
            case DUPLICATE -> sending.unknown(UnknownCause.DUPLICATE, words(refused), now, times);
            case UNAUTHORIZED ->
                sending.notSent(now.plus(retry), "X did not accept the right to post; it is being renewed.");
            case CREDITS_DEPLETED -> sending.notSent(now.plus(retry.multipliedBy(12)), words(refused));
            default -> sending.refused(word(refused.refusal()), words(refused), now);
        };
    }

    /** As in events: {@code not-summoned}. */
    private static String word(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(XAnswer.Refused<String> refused) {
        String ours = switch (refused.refusal()) {
            case DUPLICATE -> "X says that this account has posted the same words before. Say it differently.";
            case NOT_SUMMONED ->
                "X lets this account reply only where the author mentions or quotes it. Answer by hand on X.";
            case TARGET_GONE -> "The customer's post is deleted or no longer visible to this account.";
            case TOO_LONG -> "X counts this text as too long.";
            case CREDITS_DEPLETED -> "The company's credits at X are spent; it is posted once they are topped up.";
            case FORBIDDEN, NOT_FOUND, STALE_SINCE_ID, INVALID, UNAUTHORIZED -> "X did not take it.";
        };
        return ours + " X said: " + refused.detail();
    }
}
