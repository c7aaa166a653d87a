package dev.heed.reply.guard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One guard's finding, or its word that it found nothing.
 *
 * @param guard the guard's stable name, for example {@code private-data.iban}
 * @param reason in words that an agent can act on; never holds what was found
 * @param span where, if it is about a place in the text
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Check(
        String guard,
        Verdict verdict,
        String reason,
        @Nullable Span span) {

    static Check pass(String guard, String reason) {
        return new Check(guard, Verdict.PASS, reason, null);
    }
}
