package dev.heed.ingestion.webhook;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.quota.Till;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.x.XActivity;
import dev.heed.x.XMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Books what X delivered: it bills a post or a message that it tells of as if it were read; that one is gone costs nothing. */
@ApplicationScoped
class BookDeliveries {

    private final Till till;
    private final Clock clock;

    BookDeliveries(Till till, Clock clock) {
        this.till = till;
        this.clock = clock;
    }

    /** Once for each delivery, however often it is tried. Never fails. */
    Uni<Void> book(List<KeptDelivery> batch) {
        Map<AccountId, List<XActivity>> ofAccount = batch.stream()
                .filter(delivery -> delivery.attempts() == 0)
                .map(KeptDelivery::activity)
                .filter(activity -> activity.userId() != null)
                .collect(Collectors.groupingBy(activity -> new AccountId(String.valueOf(activity.userId()))));
        return Multi.createFrom()
                .iterable(ofAccount.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> till.book(
                        new Ask(Endpoint.ACTIVITY, of.getKey(), TokenKey.APP), reads(of.getValue()), clock.instant()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Reads reads(List<XActivity> activities) {
        return new Reads(
                ids(activities, what -> what instanceof XActivity.What.Posted),
                List.of(),
                ids(activities, what -> what instanceof XActivity.What.Messaged));
    }

    private static List<String> ids(List<XActivity> activities, Predicate<XActivity.What> wanted) {
        return activities.stream()
                .map(XActivity::what)
                .filter(wanted)
                .flatMap(BookDeliveries::id)
                .toList();
    }

    private static Stream<String> id(XActivity.What what) {
        return switch (what) {
            case XActivity.What.Posted(var post) -> Stream.of(post.id());
            case XActivity.What.Messaged(var messages, int _) ->
                messages.stream().map(XMessage::id);
            case XActivity.What.Deleted _, XActivity.What.Other _, XActivity.What.Unreadable _ -> Stream.empty();
        };
    }
}
