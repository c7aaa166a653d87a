package dev.heed.ingestion.webhook;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.intake.Gathered;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.message.GatheredMessages;
import dev.heed.ingestion.message.TakeMessages;
import dev.heed.ingestion.message.Via;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.XPost;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Works deliveries: first asks whatever must be asked, then does all of it in one transaction, which also ends them. So each
 * is worked once, whatever befalls the process.
 */
@ApplicationScoped
class WorkBatch {

    private static final Logger LOG = Logger.getLogger(WorkBatch.class);
    /** After so many tries a post is taken as the delivery told it, author or no author. */
    private static final int MOST_LOOK_UPS = 5;

    private final Accounts accounts;
    private final CompletePosts completing;
    private final TakeIn intake;
    private final TakeMessages messages;
    private final List<PostDeletions> deletions;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final Leases leases;
    private final MeterRegistry meters;
    private final Clock clock;

    WorkBatch(
            Accounts accounts,
            CompletePosts completing,
            TakeIn intake,
            TakeMessages messages,
            @All List<PostDeletions> deletions,
            Deliveries deliveries,
            Transactions transactions,
            Leases leases,
            MeterRegistry meters,
            Clock clock) {
        this.accounts = accounts;
        this.completing = completing;
        this.intake = intake;
        this.messages = messages;
        this.deletions = deletions;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.leases = leases;
        this.meters = meters;
        this.clock = clock;
    }

    /** All that is to be written, asked for before the transaction. */
    private record Ready(Sorted sorted, List<Gathered> gathered, List<GatheredMessages> messages) {}

    /** False if the lease was lost, and nothing was written. */
    Uni<Boolean> work(List<KeptDelivery> batch, Lease lease) {
        return accounts.ours()
                .chain(ours -> ready(Sorted.of(batch, ours, clock.instant().minus(Deliveries.LIFE)), ours))
                .chain(ready -> transactions.inConnection(connection -> leases.holds(connection, lease)
                        .chain(holds -> holds
                                ? write(connection, ready).replaceWith(true)
                                : Uni.createFrom().item(false))));
    }

    private Uni<Ready> ready(Sorted sorted, List<Account> ours) {
        return each(List.copyOf(sorted.posts().entrySet()), entry -> gathered(entry, sorted, ours))
                .chain(gathered -> each(
                                List.copyOf(sorted.messages().entrySet()),
                                entry ->
                                        messages.gather(one(ours, entry.getKey()), ours, Via.WEBHOOK, entry.getValue()))
                        .map(received -> new Ready(
                                sorted, gathered.stream().flatMap(List::stream).toList(), received)));
    }

    private Uni<List<Gathered>> gathered(
            Map.Entry<AccountId, List<Sorted.PostOf>> of, Sorted sorted, List<Account> ours) {
        AccountId account = of.getKey();
        return stillThere(of.getValue())
                .chain(there -> whole(account, there, sorted))
                .chain(posts -> posts.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : intake.gather(hearing(account, ours), posts).map(List::of));
    }

    private Hearing hearing(AccountId account, List<Account> ours) {
        return new Hearing(one(ours, account), ours, dev.heed.ingestion.mention.Via.WEBHOOK, clock.instant());
    }

    /** X may tell of a post after it told that it was deleted: such a post is never heard. */
    private Uni<List<Sorted.PostOf>> stillThere(List<Sorted.PostOf> posts) {
        return deliveries
                .deleted(posts.stream().map(one -> one.post().id()).toList())
                .map(deleted -> posts.stream()
                        .filter(one -> !deleted.contains(one.post().id()))
                        .toList());
    }

    private Uni<List<XPost>> whole(AccountId account, List<Sorted.PostOf> posts, Sorted sorted) {
        List<String> wanting = posts.stream()
                .filter(one -> !one.isWhole() && one.delivery().attempts() < MOST_LOOK_UPS)
                .map(one -> one.post().id())
                .distinct()
                .toList();
        if (wanting.isEmpty()) {
            return Uni.createFrom().item(posts.stream().map(Sorted.PostOf::post).toList());
        }
        return completing.complete(account, wanting).chain(completed -> switch (completed) {
            case CompletePosts.Completed.Whole whole -> Uni.createFrom().item(merged(posts, whole));
            case CompletePosts.Completed.NotNow(Instant until) -> put(posts, wanting, until, sorted);
        });
    }

    /** What X shows no longer was deleted or hidden meanwhile: it is not taken in. */
    private static List<XPost> merged(List<Sorted.PostOf> posts, CompletePosts.Completed.Whole whole) {
        return posts.stream()
                .map(Sorted.PostOf::post)
                .filter(post -> !whole.gone().contains(post.id()))
                .map(post -> whole.posts().getOrDefault(post.id(), post))
                .toList();
    }

    /** Off until X may be asked; the others go on. */
    private Uni<List<XPost>> put(List<Sorted.PostOf> posts, List<String> wanting, Instant until, Sorted sorted) {
        List<Long> later = posts.stream()
                .filter(one -> wanting.contains(one.post().id()))
                .map(one -> one.delivery().position())
                .toList();
        sorted.done().removeAll(later);
        return deliveries
                .later(later, until, "waits for X to tell who wrote it")
                .replaceWith(posts.stream()
                        .map(Sorted.PostOf::post)
                        .filter(post -> !wanting.contains(post.id()))
                        .toList());
    }

    private Uni<Void> write(SqlConnection connection, Ready ready) {
        Sorted sorted = ready.sorted();
        return each(ready.gathered(), gathered -> intake.take(connection, gathered))
                .invoke(WorkBatch::tell)
                .chain(() -> each(ready.messages(), received -> messages.take(connection, received)))
                .chain(() -> each(
                        sorted.deleted().isEmpty() ? List.<PostDeletions>of() : deletions,
                        room -> room.deleted(connection, sorted.deleted(), clock.instant())
                                .replaceWith(true)))
                .chain(() -> deliveries.end(connection, sorted.done(), "done", ""))
                .chain(() -> deliveries.end(
                        connection, sorted.old(), "ignored", "older than what is remembered of deletions"))
                .chain(() -> deliveries.end(
                        connection, sorted.ignored(), "ignored", "not of an account that is listened for"))
                .chain(() -> deliveries.end(connection, sorted.unreadable(), "unreadable", "it cannot be read"))
                .invoke(() -> meters.counter("heed.ingestion.deliveries", "outcome", "worked")
                        .increment(sorted.done().size()));
    }

    private static void tell(List<List<Mention>> heard) {
        int fresh = heard.stream().mapToInt(List::size).sum();
        if (fresh > 0) {
            LOG.infof("Heard %d by webhook", fresh);
        }
    }

    private static Account one(List<Account> ours, AccountId id) {
        return ours.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
