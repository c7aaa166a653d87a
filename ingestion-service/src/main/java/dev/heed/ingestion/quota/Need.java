package dev.heed.ingestion.quota;

/** How much depends on a call: when money runs out, what may be left stops first. */
public enum Need {
    /** Nice to have: watches, sweeps by search, authors. */
    MAY,
    /** Owed: gaps, what an answer answers. */
    SHOULD,
    /** What the product promises: mentions and messages are heard, what customers take back goes. Stops last. */
    MUST
}
