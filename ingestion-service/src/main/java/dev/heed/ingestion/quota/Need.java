package dev.heed.ingestion.quota;

/** How much depends on a call: when money runs out, what may be left stops first. */
public enum Need {
    /** Nice to have: watches, sweeps by search, authors, looking again after 30 days. */
    MAY,
    /** Owed: gaps, what was deleted or edited, what an answer answers. */
    SHOULD,
    /** What the product promises: mentions and messages are heard. Stops last. */
    MUST
}
