package dev.heed.k8s.check;

/** Outcomes as people read them. */
public final class Telling {

    private Telling() {}

    public static String line(String name, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Holds(String detail) -> "  ok    " + name + (detail.isEmpty() ? "" : " (" + detail + ")");
            case Outcome.Skipped(String why) -> "  SKIP  " + name + ": " + why;
            case Outcome.Broken(var reasons) ->
                "  FAIL  " + name + "\n          - " + String.join("\n          - ", reasons);
        };
    }
}
