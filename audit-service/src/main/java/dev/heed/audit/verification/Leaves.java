package dev.heed.audit.verification;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where the verifier gets leaves from; all that it needs of a log. */
interface Leaves {

    /** The next leaves after this index, in rising order of index, at most so many; empty at the end. */
    Uni<List<Leaf>> after(long index, int most);
}
