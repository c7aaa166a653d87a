package dev.heed.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the check found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Verification")
record VerificationView(
        @Schema(description = "How many entries were found whole, from index 0")
        long checked,

        @Schema(description = "Whether all of them were") boolean ok,

        @Schema(description = "The first place that is not; absent if the log is whole") @Nullable
        FirstBroken firstBroken) {

    @Schema(name = "FirstBroken")
    record FirstBroken(
            @Schema(description = "The entry's index") long index,

            @Schema(description = "What is wrong with it, in words")
            String why) {}

    static VerificationView of(LogCheck check) {
        FirstBroken first = check.broken()
                .map(broken -> new FirstBroken(broken.index(), broken.why()))
                .orElse(null);
        return new VerificationView(check.checked(), first == null, first);
    }
}
