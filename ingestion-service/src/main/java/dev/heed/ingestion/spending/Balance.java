package dev.heed.ingestion.spending;

import dev.heed.ingestion.quota.Need;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An account's money in one month (UTC), in millionths of a dollar.
 *
 * @param budget null: as much as it takes
 * @param spent in this month
 * @param perDay how much a day took of late
 */
public record Balance(YearMonth month, @Nullable Long budget, long spent, long perDay) {

    /** From here on people are warned, in hundredths of the budget. */
    private static final int WARNING = 80;

    private static final double MOST_STRETCH = 30;

    static Balance of(YearMonth month, @Nullable Long budget, Ledger.Sum sum) {
        return new Balance(month, budget, sum.month(), sum.week() / Math.max(1, sum.days()));
    }

    Balance after(long micros) {
        return new Balance(month, budget, spent + micros, perDay);
    }

    /** The same spending under another budget. */
    Balance bounded(@Nullable Long other) {
        return new Balance(month, other, spent, perDay);
    }

    /** The same budget in another month, of which nothing is spent. */
    Balance in(YearMonth other) {
        return other.equals(month) ? this : new Balance(other, budget, 0, perDay);
    }

    public OptionalLong left() {
        return budget == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, budget - spent));
    }

    /** What the whole month will take if it goes on as of late. */
    public long forecast(Instant now) {
        return spent + toCome(now);
    }

    /**
     * How much longer pauses must be for the money to last until the month ends: 1 where it lasts anyway. Polling less
     * often saves little, since X bills each post once, however often it is asked; what it saves is what is read twice.
     */
    public double stretch(Instant now) {
        if (budget == null || toCome(now) == 0) {
            return 1;
        }
        double left = Math.max(1, budget - spent);
        return Math.clamp(toCome(now) / left, 1, MOST_STRETCH);
    }

    /**
     * Whether something of this need may still be read: what may be left stops at 90 %, what is owed at 97 %, and a duty goes
     * beyond the budget.
     */
    public boolean allows(Need need) {
        return budget == null
                || switch (need) {
                    case MAY -> hundredths() < 90;
                    case SHOULD -> hundredths() < 97;
                    case MUST -> hundredths() < 100;
                    case DUTY -> true;
                };
    }

    public boolean isLow() {
        return budget != null && hundredths() >= WARNING;
    }

    /** How much of the budget is spent, in hundredths of it. */
    public int hundredths() {
        if (budget == null) {
            return 0;
        }
        return budget <= 0 ? 100 : (int) Math.min(Integer.MAX_VALUE, Math.floor(spent * 100.0 / budget));
    }

    private long toCome(Instant now) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        double days = Math.max(0, Duration.between(now, end).toMillis())
                / (double) Duration.ofDays(1).toMillis();
        return Math.round(perDay * days);
    }
}
