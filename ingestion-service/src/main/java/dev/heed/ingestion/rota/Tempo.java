package dev.heed.ingestion.rota;

/** What decides how often a source has its turn. */
public enum Tempo {
    /** People talk there: the livelier, the more often. */
    LIVE,
    /** A net behind another source: as often as sweeps are. */
    NET,
    /** Work to be done, offered as long as there is some: one turn after the other. */
    WORK
}
