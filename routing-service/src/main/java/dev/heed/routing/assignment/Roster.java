package dev.heed.routing.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The owners with their shares, from which tickets are given out one after the other.
 *
 * <p>Mutable, of one transaction that holds the locks of all its owners; so no two replicas give from the same roster.
 */
public final class Roster {

    private static final Comparator<Share> FAIREST = Comparator.comparingLong(Share::openTickets)
            .thenComparing(Share::idleSince)
            .thenComparing(Share::owner);

    private final Map<String, Share> shares = new LinkedHashMap<>();
    private final Map<String, Share> given = new LinkedHashMap<>();

    Roster(Collection<Share> shares) {
        shares.forEach(share -> this.shares.put(share.owner(), share));
    }

    /**
     * Gives one ticket out.
     *
     * @param owners who may own it; of these only who is on the roster
     * @param known the customer's known owner, preferred whatever their share
     * @return nobody, when none of the owners is available
     */
    public Optional<Assignment> give(List<String> owners, @Nullable String known, Instant at) {
        List<Share> available =
                owners.stream().map(shares::get).filter(Objects::nonNull).toList();
        Optional<Share> sticky =
                available.stream().filter(share -> share.owner().equals(known)).findFirst();
        Optional<Share> chosen = sticky.or(() -> available.stream().min(FAIREST));
        chosen.map(share -> share.withOneMore(at)).ifPresent(share -> {
            shares.put(share.owner(), share);
            given.put(share.owner(), share);
        });
        String why =
                sticky.isPresent() ? "knows this customer" : "has the fewest open tickets, longest without a new one";
        return chosen.map(share -> new Assignment(share.owner(), why));
    }

    /** The shares that changed. */
    Collection<Share> given() {
        return given.values();
    }
}
