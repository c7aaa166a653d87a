package dev.heed.xsim.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** X tells times by the second, with three zeros. */
public final class XTime {

    private XTime() {}

    public static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }
}
