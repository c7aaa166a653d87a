package dev.heed.ingestion.health;

import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.quota.Need;
import dev.heed.ingestion.quota.ToldQuota;
import dev.heed.ingestion.rota.LastTurn;
import dev.heed.ingestion.spending.Balance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong, a line each, the worst first; says nothing where nothing is. */
record Words(Facts facts, Instant now) {

    /** So much later than it should be a turn may be before anybody is told. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final List<String> ALWAYS = List.of("mentions:", "messages:", "watch:");

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        listening(lines);
        gaps(lines);
        money(lines);
        if (facts.account().status().listens()) {
            turns(lines);
            quotas(lines);
        }
        delivery(lines);
        connection(lines);
        lines.addAll(facts.unheard());
        return lines;
    }

    private void listening(List<String> lines) {
        AccountStatus status = facts.account().status();
        String why = facts.account().refusedWhy();
        if (status == AccountStatus.PAUSED) {
            lines.add("Paused: what is said meanwhile is heard when it is resumed, as far as X still shows it.");
        } else if (status == AccountStatus.REFUSED) {
            lines.add("X does not let us listen (" + (why == null ? "it gives no reason" : why)
                    + "); it is asked again every minute.");
        }
        Instant heard = facts.account().lastPolledAt();
        if (status == AccountStatus.ACTIVE && heard == null) {
            lines.add("Never heard to the end yet.");
        } else if (status == AccountStatus.ACTIVE
                && heard != null
                && isLate(heard)
                && !facts.account().isCatchingUp()) {
            lines.add("Not heard to the end since " + at(heard) + ".");
        }
    }

    /** Turns may be minutes apart where nobody talks, or X tells by itself. */
    private boolean isLate(Instant heard) {
        Duration every = facts.turns().stream()
                .filter(turn -> turn.source().word().startsWith("mentions:"))
                .map(LastTurn::every)
                .findFirst()
                .orElse(Duration.ZERO);
        return heard.plus(every.multipliedBy(2)).plus(GRACE).isBefore(now);
    }

    private void gaps(List<String> lines) {
        for (Gap gap : facts.gaps()) {
            if (gap.state().isLoss()) {
                lines.add("Not everything of %s to %s was heard, and it is not looked for any more: %s"
                        .formatted(at(gap.begins()), at(gap.ends()), gap.why()));
            } else if (gap.state() == GapState.OPEN) {
                lines.add(
                        "Between %s and %s something may be missing; it is being looked for, %d found so far, down to %s: %s"
                                .formatted(
                                        at(gap.begins()),
                                        at(gap.ends()),
                                        gap.filled(),
                                        at(gap.heardDownTo()),
                                        gap.why()));
            }
        }
    }

    private void money(List<String> lines) {
        Balance balance = facts.balance();
        if (balance.budget() == null) {
            return;
        }
        int percent = balance.hundredths();
        if (percent >= 100) {
            lines.add(
                    "The budget of %s is spent: X is asked only for what may be taken back; webhooks go on. Raise it, or wait for the next month."
                            .formatted(balance.month()));
        } else if (!balance.allows(Need.SHOULD)) {
            lines.add(
                    "%d%% of the budget of %s is spent: watches and searches have stopped, gaps and what mentions answer wait, mentions go on."
                            .formatted(percent, balance.month()));
        } else if (!balance.allows(Need.MAY)) {
            lines.add("%d%% of the budget of %s is spent: watches and searches have stopped, mentions go on."
                    .formatted(percent, balance.month()));
        } else if (balance.isLow()) {
            lines.add("%d%% of the budget of %s is spent.".formatted(percent, balance.month()));
        } else if (balance.forecast(now) > balance.budget()) {
            lines.add("As things go the budget of %s will not last: %s of %s dollars are spent, %s are expected."
                    .formatted(
                            balance.month(),
                            dollars(balance.spent()),
                            dollars(balance.budget()),
                            dollars(balance.forecast(now))));
        }
    }

    private void turns(List<String> lines) {
        for (LastTurn turn : facts.turns()) {
            String detail = turn.detail();
            if (detail != null) {
                lines.add("The last turn of %s did not go well (%s, %s): %s"
                        .formatted(turn.source(), turn.ended(), at(turn.endedAt()), detail));
            } else if (isAlwaysThere(turn) && turn.nextAt().plus(GRACE).isBefore(now)) {
                lines.add("%s should have had its turn at %s: no process listens, or all are busy."
                        .formatted(turn.source(), at(turn.nextAt())));
            }
        }
    }

    /** Searches, gaps and look-ups have turns only while there is something to do. */
    private static boolean isAlwaysThere(LastTurn turn) {
        return ALWAYS.stream().anyMatch(turn.source().word()::startsWith);
    }

    private void quotas(List<String> lines) {
        for (ToldQuota quota : facts.quotas()) {
            if (quota.left(now) <= 0) {
                lines.add("X's limit of %s is spent until %s."
                        .formatted(quota.endpoint().word(), at(quota.resetsAt())));
            }
        }
    }

    private void delivery(List<String> lines) {
        String why = facts.delivery().why();
        if (facts.delivery().state().equals("off")) {
            lines.add("X does not deliver by itself" + (why == null ? "" : ": " + why) + ". Polling does the work.");
        } else if (why != null) {
            lines.add(why);
        }
    }

    private void connection(List<String> lines) {
        facts.connection().filter(connection -> !connection.isConnected()).ifPresent(ended -> lines.add(end(ended)));
    }

    private static String end(Connection ended) {
        String detail = ended.detail();
        return "The account's own connection has ended (%s)%s"
                .formatted(ended.status().word(), detail == null ? "." : ": " + detail);
    }

    private static String at(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String dollars(long micros) {
        return "%d.%02d".formatted(micros / 1_000_000, micros % 1_000_000 / 10_000);
    }
}
