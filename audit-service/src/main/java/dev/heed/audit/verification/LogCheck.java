package dev.heed.audit.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.audit.tree.LeafHash;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * How far the log has been found whole: walks the leaves in order and stops at the first that is broken.
 *
 * <p>Whole means: indices from 0 without a gap, every leaf hash that of its bytes, every column what its bytes say. It does not
 * show entries that were cut off the end, nor a log that was re-written with fitting hashes: that takes a checkpoint held elsewhere.
 *
 * @param checked how many leaves were found whole, which is also the index that comes next
 */
record LogCheck(long checked, Optional<Broken> broken) {

    /** The first broken place and why. */
    record Broken(long index, String why) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static LogCheck begin() {
        return new LogCheck(0, Optional.empty());
    }

    LogCheck after(List<Leaf> leaves) {
        LogCheck check = this;
        for (Leaf leaf : leaves) {
            if (check.broken.isPresent()) {
                return check;
            }
            check = check.after(leaf);
        }
        return check;
    }

    private LogCheck after(Leaf leaf) {
        if (leaf.index() != checked) {
            return brokenAt(checked, "the entry is missing: the next one stored is " + leaf.index());
        }
        if (!LeafHash.of(leaf.bytes()).equals(LeafHash.stored(leaf.leafHash()))) {
            return brokenAt(checked, "the leaf hash is not that of the bytes");
        }
        return readsAs(leaf)
                ? new LogCheck(checked + 1, broken)
                : brokenAt(checked, "the columns are not what the bytes say");
    }

    private LogCheck brokenAt(long index, String why) {
        return new LogCheck(checked, Optional.of(new Broken(index, why)));
    }

    private static boolean readsAs(Leaf leaf) {
        try {
            JsonNode said = JSON.readTree(leaf.bytes());
            Leaf.Columns read = new Leaf.Columns(
                    said.path("kind").asText(),
                    said.at("/source/event").asText(),
                    said.path("account").asText(),
                    said.path("ticketId").textValue(),
                    said.path("replyId").textValue(),
                    said.path("postId").textValue());
            return read.equals(leaf.columns());
        } catch (IOException e) {
            return false;
        }
    }
}
