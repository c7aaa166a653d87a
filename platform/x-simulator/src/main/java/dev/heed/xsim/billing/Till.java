package dev.heed.xsim.billing;

import dev.heed.xsim.ledger.Passing;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books what every call costs and says when the money, or the month's reads, are spent.
 *
 * <p>A day is a UTC day; a test can begin the next one. As on X the last call may overdraw the credits. Cheap: a look into a set per
 * resource. Not kept over a restart.
 */
@Singleton
public class Till implements Passing {

    public static final long MONTHLY_POST_READS = 3_000_000;

    private final World world;
    private final List<Day> past = new ArrayList<>();
    private @Nullable OpenDay open;
    private int daysAhead;
    private @Nullable Long credits;
    private boolean plainWords;
    private long monthlyPostReads = MONTHLY_POST_READS;
    private Set<String> owners = Set.of();

    public Till(World world) {
        this.world = world;
    }

    /** Books a read. */
    public synchronized void read(String endpoint, String caller, Price price, Collection<String> resources) {
        spend(today().read(endpoint, caller, price, resources));
    }

    /** Books a write. */
    public synchronized void write(String endpoint, String caller, Price price) {
        spend(today().write(endpoint, caller, price));
    }

    public synchronized boolean isOutOfCredits() {
        return credits != null && credits <= 0;
    }

    /** Whether X says so in its shorter shape, {@code credits-depleted}. */
    public synchronized boolean isPlainlySpoken() {
        return plainWords;
    }

    public synchronized boolean isOutOfReads() {
        return postReadsOfMonth() >= monthlyPostReads;
    }

    /** Usernames, in lower case, whose own mentions cost {@link Price#OWN_MENTION}. */
    public synchronized boolean isOwner(String username) {
        return owners.contains(username.toLowerCase(Locale.ROOT));
    }

    public synchronized void own(Collection<String> usernames) {
        owners = usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** @param micros what is left to spend from now on; nothing for without end */
    public synchronized void credit(Optional<Long> micros, boolean plainlySpoken) {
        credits = micros.orElse(null);
        plainWords = plainlySpoken;
    }

    public synchronized void cap(long postReadsOfMonth) {
        monthlyPostReads = postReadsOfMonth;
    }

    public synchronized long cap() {
        return monthlyPostReads;
    }

    public synchronized void nextDay() {
        today();
        daysAhead++;
        today();
    }

    /** What is left, when it is limited; below 0 when overdrawn. */
    public synchronized Optional<Long> credits() {
        return Optional.ofNullable(credits);
    }

    /** Every day with a bill, oldest first, today last. */
    public synchronized List<Day> days() {
        return Stream.concat(past.stream(), Stream.of(today().closed())).toList();
    }

    public synchronized long postReadsOfMonth() {
        YearMonth month = YearMonth.from(today().date());
        return days().stream()
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .mapToLong(Day::postReads)
                .sum();
    }

    @Override
    public synchronized void forget() {
        past.clear();
        open = null;
        daysAhead = 0;
        credits = null;
        plainWords = false;
        monthlyPostReads = MONTHLY_POST_READS;
        owners = Set.of();
    }

    private void spend(long micros) {
        if (credits != null) {
            credits -= micros;
        }
    }

    private OpenDay today() {
        LocalDate date = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).plusDays(daysAhead);
        OpenDay current = open;
        if (current == null || date.isAfter(current.date())) {
            if (current != null) {
                past.add(current.closed());
            }
            current = new OpenDay(date);
            open = current;
        }
        return current;
    }
}
