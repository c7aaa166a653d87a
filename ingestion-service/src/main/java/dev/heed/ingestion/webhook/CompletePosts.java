package dev.heed.ingestion.webhook;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XLookUp;
import dev.heed.x.XPost;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up posts of which a delivery told too little: who wrote them is not in it, or what they answer. */
@ApplicationScoped
class CompletePosts {

    /** X's own limit for one call. */
    private static final int BATCH = 100;
    /** How long to leave X alone where it did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final XApi x;
    private final AskX door;
    private final Bearers bearers;
    private final Clock clock;

    CompletePosts(XApi x, AskX door, Bearers bearers, Clock clock) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Completed {

        /**
         * @param posts those that X shows, whole
         * @param gone those that it says it shows no longer
         */
        record Whole(Map<String, XPost> posts, Set<String> gone) implements Completed {}

        record NotNow(Instant until) implements Completed {}
    }

    static boolean isWhole(String type, XPost post) {
        return post.author() != null && (!type.equals("post.reply.create") || post.repliedTo() != null);
    }

    /** @param account that pays */
    Uni<Completed> complete(AccountId account, List<String> ids) {
        return complete(account, ids, 0, new Completed.Whole(new HashMap<>(), new HashSet<>()));
    }

    private Uni<Completed> complete(AccountId account, List<String> ids, int from, Completed.Whole whole) {
        if (from >= ids.size()) {
            return Uni.createFrom().item(whole);
        }
        List<String> batch = new ArrayList<>(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        return ask(account, batch).chain(asked -> switch (asked) {
            case Asked.Answered<XLookUp>(XAnswer.Given<XLookUp>(XLookUp told, var _)) -> {
                told.posts().forEach(post -> whole.posts().put(post.id(), post));
                told.missing().forEach((id, why) -> {
                    if (why == XLookUp.Missing.NOT_FOUND
                            || why == XLookUp.Missing.NOT_AUTHORIZED
                            || why == XLookUp.Missing.SUSPENDED) {
                        whole.gone().add(id);
                    }
                });
                yield complete(account, ids, from + BATCH, whole);
            }
            case Asked.Answered<XLookUp>(XAnswer.Limited<XLookUp>(Instant until, var _)) -> notNow(until);
            case Asked.Answered<XLookUp> _ -> notNow(clock.instant().plus(PAUSE));
            case Asked.NotNow<XLookUp>(Instant until, var _) -> notNow(until);
        });
    }

    private Uni<Asked<XLookUp>> ask(AccountId account, List<String> ids) {
        return bearers.forReading(account).chain(bearer -> switch (bearer) {
            case Bearer.Missing(String why) ->
                Uni.createFrom().item(new Asked.NotNow<>(clock.instant().plus(PAUSE), why));
            case Bearer.Ready ready ->
                door.ask(
                        new Ask(Endpoint.POSTS_BY_IDS, account, ready.key()),
                        () -> x.lookUpPosts(ids, ready.token()),
                        told -> Reads.posts(told.posts().stream().map(XPost::id).toList()));
        });
    }

    private static Uni<Completed> notNow(Instant until) {
        return Uni.createFrom().item(new Completed.NotNow(until));
    }
}
