package dev.heed.ingestion.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an account; what is absent stays.
 *
 * @param boundless the budget's bound is to be taken away: it was given as null
 */
@Schema(name = "ChangeAccountRequest")
record ChangeRequest(
        @Schema(description = "active or paused", examples = "paused") @Nullable
        String status,

        @Schema(
                description = "What listening may cost in a calendar month, in millionths of a dollar; null: no bound",
                examples = "25000000")
        @Nullable
        Long monthlyBudgetMicros,

        @Schema(hidden = true) boolean boundless) {

    /** Empty where it cannot be understood, or changes nothing. */
    static Optional<ChangeRequest> read(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            return Optional.empty();
        }
        JsonNode status = body.path("status");
        JsonNode budget = body.path("monthlyBudgetMicros");
        boolean isStatus = status.isTextual() && isWanted(status.asText());
        boolean isBudget =
                budget.isNull() || (budget.canConvertToLong() && budget.isIntegralNumber() && budget.asLong() >= 0);
        boolean isUnderstood =
                (status.isMissingNode() || isStatus) && (budget.isMissingNode() || isBudget) && (isStatus || isBudget);
        return isUnderstood
                ? Optional.of(new ChangeRequest(
                        isStatus ? status.asText() : null,
                        budget.isIntegralNumber() ? (Long) budget.asLong() : null,
                        budget.isNull()))
                : Optional.empty();
    }

    private static boolean isWanted(String status) {
        return status.equals(AccountStatus.ACTIVE.word()) || status.equals(AccountStatus.PAUSED.word());
    }
}
