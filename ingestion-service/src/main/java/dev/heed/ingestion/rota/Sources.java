package dev.heed.ingestion.rota;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The sources of one room; a bean in each room that has some. */
public interface Sources {

    /** All that are to be listened to now. Asked before every look at the turns, so it must be cheap. */
    Uni<List<Source>> find();

    /** Gives back what this process holds, so that another need not wait for it to expire. */
    default Uni<Void> release() {
        return Uni.createFrom().voidItem();
    }
}
