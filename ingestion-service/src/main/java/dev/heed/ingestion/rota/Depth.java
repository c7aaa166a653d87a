package dev.heed.ingestion.rota;

/** How far back a turn looks. */
public enum Depth {
    /** To what was heard last, and a little behind it. */
    POLL,
    /** Further back, for what X showed late or not at all. */
    SWEEP
}
