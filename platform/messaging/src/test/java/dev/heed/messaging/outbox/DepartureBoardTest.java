package dev.heed.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartureBoardTest {

    private final List<String> sent = new ArrayList<>();

    @Test
    void whenTheTimeIsUpWhatIsConfirmedIsDoneAndTheRestOfALongConversationIsLeft() throws InterruptedException {
        AtomicInteger confirms = new AtomicInteger();
        DepartureBoard.Way confirming = (exchange, key, properties, body) -> {
            sent.add(properties.getMessageId());
            confirms.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        };
        Departure departure = new DepartureBoard(confirming, 500, () -> confirms.get() >= 3).send(rows("one", 1, 2000));
        assertThat(departure.confirmed()).containsExactly(1L, 2L, 3L);
        assertThat(departure.refused()).isEmpty();
        assertThat(departure.unclear()).isEmpty();
        assertThat(sent).hasSize(3);
    }

    @Test
    void whatIsUnderWayWhenTheTimeIsUpIsWaitedFor() throws InterruptedException {
        List<CompletableFuture<@Nullable Void>> confirms = new CopyOnWriteArrayList<>();
        DepartureBoard.Way slow = (exchange, key, properties, body) -> {
            CompletableFuture<@Nullable Void> confirm = new CompletableFuture<>();
            confirms.add(confirm);
            return confirm;
        };
        List<OutboxRow> batch = new ArrayList<>(rows("one", 1, 2));
        batch.addAll(rows("other", 3, 4));
        AtomicBoolean up = new AtomicBoolean();
        CompletableFuture<Departure> departing = CompletableFuture.supplyAsync(() -> send(slow, batch, up));
        while (confirms.size() < 2) {
            Thread.onSpinWait();
        }
        up.set(true);
        confirms.getFirst().complete(null);
        assertThat(departing).isNotDone();
        confirms.getLast().complete(null);
        assertThat(departing.join().confirmed()).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void whenItIsUnclearWhatBecameOfOneNothingMoreIsSent() throws InterruptedException {
        DepartureBoard.Way gone = (exchange, key, properties, body) -> {
            sent.add(properties.getMessageId());
            return CompletableFuture.<@Nullable Void>failedFuture(new IOException("gone"));
        };
        Departure departure = new DepartureBoard(gone, 1, () -> false).send(rows("one", 1, 3));
        assertThat(departure.unclear()).hasSize(1);
        assertThat(sent).hasSize(1);
    }

    private static Departure send(DepartureBoard.Way way, List<OutboxRow> batch, AtomicBoolean up) {
        try {
            return new DepartureBoard(way, 500, up::get).send(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<OutboxRow> rows(String subject, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> new OutboxRow(position, UUID.randomUUID(), "tested.v1", subject, "{}", 0))
                .toList();
    }
}
