package dev.heed.ingestion.rota;

/** Tells where polling is only a net, since X tells by itself; a bean in each room that hears so. */
public interface Pushes {

    /** Whether what this source would find comes by itself, now. Asked often, so from memory. */
    boolean reach(Source source);
}
