package dev.heed.routing.assignment;

import java.util.Arrays;

/** Rosters for the tests of other rooms. */
public final class RosterFixture {

    private RosterFixture() {}

    /** People with nothing to do. */
    public static Roster idle(String... owners) {
        return new Roster(
                Arrays.stream(owners).map(owner -> new Share(owner, 0, null)).toList());
    }
}
