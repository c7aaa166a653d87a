package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ingestion books is what X bills. */
@ExtendWith(RunningHeed.class)
class LedgerIT {

    /** Where posts are read, in X's words and in ours: each is billed once a day, wherever it is read first. */
    private static final Set<String> THEIRS = Set.of("mentions", "searchRecent", "posts", "activity");

    private static final Set<String> OURS = Set.of("mentions", "search", "posts_by_ids", "activity");

    @Test
    void aBurstIsBookedAsXBillsItToTheMicro(Heed heed) {
        Listening ears = Listening.to(heed, "ListenBill");
        heed.ticketOf(heed.customerPosts("frugal_fay", "@ListenBill is anybody there?"));
        awaitQuiet(ears);
        long billedBefore = billed(ears);
        long bookedBefore = booked(heed);
        Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        ears.burst(300);

        await("all of them on tickets")
                .atMost(Duration.ofMinutes(2))
                .until(() -> ears.ticketed().size() >= 301
                        && ears.mentionsSince(then).size() == 300);
        await("the ledger")
                .atMost(Heed.SOON)
                .untilAsserted(() -> assertThat(booked(heed) - bookedBefore).isEqualTo(billed(ears) - billedBefore));
        assertThat(booked(heed) - bookedBefore).isGreaterThanOrEqualTo(300 * 5_000L);
    }

    /** Other brands of this installation may still be read. */
    private static void awaitQuiet(Listening ears) {
        AtomicLong last = new AtomicLong(-1);
        await("nothing more is billed")
                .pollInterval(Duration.ofSeconds(5))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    long now = billed(ears);
                    return last.getAndSet(now) == now;
                });
    }

    private static long billed(Listening ears) {
        long micros = 0;
        for (JsonNode day : ears.control("GET", "/sim/billing", "").path("days")) {
            micros += sum(day.path("endpoints"), THEIRS);
        }
        return micros;
    }

    private static long booked(Heed heed) {
        long micros = 0;
        JsonNode accounts = heed.product()
                .call("admin", "GET", "/api/ingestion/accounts", "")
                .body()
                .path("items");
        for (JsonNode account : accounts) {
            String path = "/api/ingestion/accounts/" + account.path("id").asText() + "/spending";
            micros += sum(heed.product().call("admin", "GET", path, "").body().path("items"), OURS);
        }
        return micros;
    }

    private static long sum(JsonNode lines, Set<String> endpoints) {
        long micros = 0;
        for (JsonNode line : lines) {
            if (endpoints.contains(line.path("endpoint").asText())) {
                micros += line.path("micros").asLong();
            }
        }
        return micros;
    }
}
