package dev.heed.ingestion.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.quota.ToldQuota;
import dev.heed.ingestion.rota.LastTurn;
import dev.heed.ingestion.spending.Balance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one account is listened to, as shown. Money is in millionths of a dollar. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListeningHealth")
@RegisterForReflection
record HealthView(
        Who account,
        @Schema(description = "active, paused or refused") String status,

        @Schema(description = "When the newest post that was met was posted") @Nullable
        Instant lastPostAt,

        @Schema(description = "When its mentions were last heard to the end") @Nullable
        Instant lastHeardAt,

        @Schema(description = "Seconds since lastHeardAt") @Nullable
        Long lagSeconds,

        List<SourceView> sources,

        @Schema(
                description =
                        "Limits as X told them last, of the account's own token where it has one, else of the app's")
        List<QuotaView> quota,

        MoneyView money,
        @Schema(description = "The newest 20") List<GapView> gaps,
        WebhookView webhook,
        ConnectionView connection,

        @Schema(description = "A line for each thing that is wrong, the worst first; empty: nothing is")
        List<String> words) {

    @RegisterForReflection
    record Who(String id, @Schema(description = "Without @") String handle) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record SourceView(
            @Schema(description = "mentions:…, search:…, watch:…, messages:…, gap:…, lookup:…")
            String key,

            Instant lastTurnAt,

            @Schema(description = "complete, limited, refused or broken")
            String lastEnd,

            @Schema(description = "In words, where it did not go well") @Nullable
            String detail,

            Instant nextTurnAt,
            double everySeconds) {}

    @RegisterForReflection
    record QuotaView(
            String endpoint,
            @Schema(description = "Calls in a window") int limit,
            int remaining,
            Instant resetsAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record MoneyView(
            @Nullable Long monthBudgetMicros,
            long spentMicros,
            @Nullable Long leftMicros,

            @Schema(description = "Of the whole month, if it goes on as in the last week")
            long forecastMicros) {}

    @RegisterForReflection
    record GapView(
            String id,
            Instant from,
            Instant to,

            @Schema(description = "open, filled, partly or unfillable")
            String state,

            @Schema(description = "Mentions that were found in it")
            int filled,

            String why) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record WebhookView(
            @Schema(description = "on, off, or none: X was never asked to deliver")
            String state,

            @Nullable String why,
            @Nullable Instant lastDeliveryAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record ConnectionView(
            @Schema(description = "connected, revoked, expired, or none: read with the app's token")
            String state,

            @Nullable String detail) {}

    /** All accounts; all of them fit on one page. */
    @Schema(name = "ListeningHealths")
    @RegisterForReflection
    record Page(List<HealthView> items) {}

    static HealthView of(Facts facts, Instant now) {
        Instant heard = facts.account().lastPolledAt();
        return new HealthView(
                new Who(facts.account().id().value(), facts.account().handle()),
                facts.account().status().word(),
                postTime(facts.account().lastHeardPostId()),
                heard,
                heard == null ? null : Math.max(0, Duration.between(heard, now).toSeconds()),
                facts.turns().stream().map(HealthView::source).toList(),
                facts.quotas().stream().map(quota -> quota(quota, now)).toList(),
                money(facts.balance(), now),
                facts.gaps().stream().map(HealthView::gap).toList(),
                new WebhookView(
                        facts.delivery().state(),
                        facts.delivery().why(),
                        facts.delivery().lastAt()),
                facts.connection()
                        .map(connection ->
                                new ConnectionView(connection.status().word(), connection.detail()))
                        .orElseGet(() -> new ConnectionView("none", null)),
                new Words(facts, now).lines());
    }

    private static @Nullable Instant postTime(@Nullable String postId) {
        OptionalLong id = postId == null ? OptionalLong.empty() : Snowflake.parse(postId);
        return id.isPresent() ? Snowflake.time(id.getAsLong()) : null;
    }

    private static SourceView source(LastTurn turn) {
        return new SourceView(
                turn.source().word(),
                turn.endedAt(),
                turn.ended(),
                turn.detail(),
                turn.nextAt(),
                turn.every().toMillis() / 1000.0);
    }

    private static QuotaView quota(ToldQuota quota, Instant now) {
        return new QuotaView(quota.endpoint().word(), quota.limit(), quota.left(now), quota.resetsAt());
    }

    private static MoneyView money(Balance balance, Instant now) {
        OptionalLong left = balance.left();
        return new MoneyView(
                balance.budget(), balance.spent(), left.isPresent() ? left.getAsLong() : null, balance.forecast(now));
    }

    private static GapView gap(Gap gap) {
        return new GapView(
                gap.id().toString(), gap.begins(), gap.ends(), gap.state().word(), gap.filled(), gap.why());
    }
}
