package dev.heed.xsim.billing;

/**
 * One line of a day's bill.
 *
 * @param caller {@code app} or a username
 * @param resources shown, however often
 * @param billed of them, after the rule of once a day; of writes, calls
 */
public record Line(String endpoint, String caller, long calls, long resources, long billed, long micros) {

    static Line none(String endpoint, String caller) {
        return new Line(endpoint, caller, 0, 0, 0, 0);
    }

    Line plus(long moreResources, long moreBilled, long moreMicros) {
        return new Line(
                endpoint, caller, calls + 1, resources + moreResources, billed + moreBilled, micros + moreMicros);
    }
}
