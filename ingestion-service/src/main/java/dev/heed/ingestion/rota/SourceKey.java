package dev.heed.ingestion.rota;

/** Names a source for good, as in {@code mentions:4711}: its cursor, its lease and its turns go by this word. */
public record SourceKey(String word) {

    @Override
    public String toString() {
        return word;
    }
}
