package dev.heed.ingestion.webhook;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.x.XActivity;
import dev.heed.x.XMessage;
import dev.heed.x.XPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deliveries by what is to be done with them, each in the order of arrival. Only what tells of an account that is listened
 * for is worked.
 *
 * @param old those of posts that are older than what is remembered: whether they were deleted is forgotten, so one that is
 *     delivered again after so long is not heard
 */
record Sorted(
        Map<AccountId, List<PostOf>> posts,
        Map<AccountId, List<XMessage>> messages,
        List<String> deleted,
        List<Long> done,
        List<Long> old,
        List<Long> ignored,
        List<Long> unreadable) {

    /** A post and the delivery that brought it. */
    record PostOf(KeptDelivery delivery, XPost post) {

        boolean isWhole() {
            return CompletePosts.isWhole(delivery.activity().type(), post);
        }
    }

    static Sorted of(List<KeptDelivery> deliveries, List<Account> ours, Instant remembered) {
        Sorted sorted = new Sorted(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        long oldest = Snowflake.at(remembered);
        deliveries.forEach(delivery -> sorted.put(delivery, listening(delivery.activity(), ours), oldest));
        return sorted;
    }

    private void put(KeptDelivery delivery, Optional<AccountId> account, long oldest) {
        List<Long> end = switch (delivery.activity().what()) {
            case XActivity.What.Unreadable _ -> unreadable;
            case XActivity.What.Deleted(String postId, var _) -> {
                deleted.add(postId);
                yield done;
            }
            case XActivity.What.Posted(XPost post)
            when Snowflake.parse(post.id()).orElse(0) < oldest -> old;
            case XActivity.What.Posted(XPost post)
            when account.isPresent() -> {
                posts.computeIfAbsent(account.get(), id -> new ArrayList<>()).add(new PostOf(delivery, post));
                yield done;
            }
            case XActivity.What.Messaged(List<XMessage> told, int _)
            when account.isPresent() -> {
                messages.computeIfAbsent(account.get(), id -> new ArrayList<>()).addAll(told);
                yield done;
            }
            case XActivity.What.Posted _, XActivity.What.Messaged _, XActivity.What.Other _ -> ignored;
        };
        end.add(delivery.position());
    }

    private static Optional<AccountId> listening(XActivity activity, List<Account> ours) {
        return ours.stream()
                .filter(account ->
                        account.status().listens() && account.id().value().equals(activity.userId()))
                .map(Account::id)
                .findFirst();
    }
}
