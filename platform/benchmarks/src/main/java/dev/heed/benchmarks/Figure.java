package dev.heed.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One measured value beside its limit.
 *
 * @param name dotted, the benchmark's name first, the unit last where there is one
 * @param value NaN when it could not be measured, which falls short of any limit
 */
public record Figure(String name, double value, Target target) {

    /** Whether the limit is kept. */
    public boolean met() {
        return target.met(value);
    }

    /** {@code figure NAME VALUE TARGET pass|short}, for people and programs alike. */
    public String line() {
        return "figure " + name + " " + number(value) + " " + target.text() + " " + (met() ? "pass" : "short");
    }

    /** At most three decimals, none that are nought. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
