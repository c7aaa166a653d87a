package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: when each account is walked next, and whether as a sweep.
 *
 * <p>An account is never walked twice at a time. After failures the pauses double, up to a minute. Safe for use by several
 * threads.
 */
final class Rota {

    /** How many walks run at a time: each holds a database connection only while it commits a page. */
    private static final int MOST_AT_ONCE = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Duration floor;
    private final Duration standby;
    private final Duration sweepInterval;
    private final Map<AccountId, Turn> turns = new HashMap<>();

    /**
     * @param floor the shortest time between two walks of an account
     * @param standby how long to leave an account to the process that polls it before asking again
     */
    Rota(Duration floor, Duration standby, Duration sweepInterval) {
        this.floor = floor;
        this.standby = standby;
        this.sweepInterval = sweepInterval;
    }

    /** A walk that is due. */
    record Due(Account account, Via via) {}

    /** @param walking how the account is being walked now; null if it is not */
    private record Turn(
            Account account,
            Instant due,
            Instant sweepDue,
            int failures,
            @Nullable Via walking) {

        boolean isDue(Instant now) {
            return walking == null && !due.isAfter(now);
        }

        Turn begun(Instant now) {
            return new Turn(account, due, sweepDue, failures, sweepDue.isAfter(now) ? Via.POLL : Via.SWEEP);
        }
    }

    /** Takes the turns that are due, longest due first; each must be handed back with {@link #done}. */
    synchronized List<Due> take(List<Account> accounts, Quota quota, Instant now) {
        meet(accounts, now);
        long walking =
                turns.values().stream().filter(turn -> turn.walking() != null).count();
        if (!quota.isOpen(now) || walking >= MOST_AT_ONCE) {
            return List.of();
        }
        List<Turn> begun = turns.values().stream()
                .filter(turn -> turn.isDue(now))
                .sorted(Comparator.comparing(Turn::due))
                .limit(MOST_AT_ONCE - walking)
                .map(turn -> turn.begun(now))
                .toList();
        begun.forEach(turn -> turns.put(turn.account().id(), turn));
        return begun.stream()
                .map(turn -> new Due(turn.account(), turn.walking() == Via.SWEEP ? Via.SWEEP : Via.POLL))
                .toList();
    }

    /** Notes how a walk ended, and when the account's next turn is. */
    synchronized void done(Account account, WalkEnd end, Quota quota, Instant now) {
        Turn turn = turns.get(account.id());
        if (turn == null) {
            return;
        }
        int failures = end instanceof WalkEnd.Broken ? turn.failures() + 1 : 0;
        Instant due = switch (end) {
            case WalkEnd.Complete(var _) -> quota.next(now, turns.size(), floor);
            case WalkEnd.Standby(), WalkEnd.Overtaken() -> now.plus(standby);
            case WalkEnd.Waiting(Instant until) -> until;
            case WalkEnd.Refused(var _, var _) -> now.plus(LONGEST_PAUSE);
            case WalkEnd.Broken(var _) -> now.plus(pause(failures));
        };
        boolean swept = turn.walking() == Via.SWEEP && end instanceof WalkEnd.Complete;
        Instant sweepDue = swept ? now.plus(sweepInterval) : turn.sweepDue();
        turns.put(account.id(), new Turn(turn.account(), due, sweepDue, failures, null));
    }

    private void meet(List<Account> accounts, Instant now) {
        Set<AccountId> known = accounts.stream().map(Account::id).collect(Collectors.toSet());
        turns.keySet().retainAll(known);
        for (Account account : accounts) {
            turns.merge(
                    account.id(),
                    new Turn(account, now, now.plus(sweepInterval), 0, null),
                    (turn, fresh) -> new Turn(account, turn.due(), turn.sweepDue(), turn.failures(), turn.walking()));
        }
    }

    private Duration pause(int failures) {
        Duration pause = floor.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
