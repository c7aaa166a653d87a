package dev.heed.ingestion.quota;

/** How much depends on a call: when money runs out, what may be left stops first. */
public enum Need {
    /** Nice to have: watches, sweeps by search, authors. */
    MAY,
    /** Owed: gaps, what an answer answers. */
    SHOULD,
    /** What the product promises: mentions and messages are heard. Stops last. */
    MUST,
    /** Due to others whatever it costs: what customers take back goes in time, and a consent is not lost. Never stops. */
    DUTY
}
