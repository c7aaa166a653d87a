package dev.heed.ingestion.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Set<String> FIELDS = Set.of("status", "monthlyBudgetMicros");

    /** Empty where it cannot be understood, or changes nothing. */
    static Optional<ChangeRequest> read(@Nullable JsonNode body) {
        if (body == null || !body.isObject() || !FIELDS.containsAll(names(body))) {
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

    /** A name that is misspelt must not pass for one that was left out. */
    private static Set<String> names(JsonNode body) {
        return body.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static boolean isWanted(String status) {
        return status.equals(AccountStatus.ACTIVE.word()) || status.equals(AccountStatus.PAUSED.word());
    }
}
