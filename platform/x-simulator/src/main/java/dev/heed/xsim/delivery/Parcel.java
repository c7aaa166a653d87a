package dev.heed.xsim.delivery;

import dev.heed.xsim.activity.Activity;

/**
 * An activity on its way.
 *
 * @param attempt 1 for the first
 * @param genuine whether its signature is right
 */
record Parcel(Activity activity, int attempt, boolean genuine) {

    static Parcel of(Activity activity, boolean genuine) {
        return new Parcel(activity, 1, genuine);
    }

    Parcel again() {
        return new Parcel(activity, attempt + 1, genuine);
    }
}
