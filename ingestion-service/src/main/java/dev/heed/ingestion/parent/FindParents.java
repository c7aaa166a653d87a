package dev.heed.ingestion.parent;

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
import dev.heed.x.XPost;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Finds what mentions answer or quote: among what is kept, else by asking X once, and not for long. */
@ApplicationScoped
public class FindParents {

    private static final Logger LOG = Logger.getLogger(FindParents.class);
    /** X's own limit for one call. */
    private static final int BATCH = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ParentPosts kept;
    private final XApi x;
    private final AskX door;
    private final Bearers bearers;
    private final Pool pool;
    private final Clock clock;

    FindParents(ParentPosts kept, XApi x, AskX door, Bearers bearers, Pool pool, Clock clock) {
        this.kept = kept;
        this.x = x;
        this.door = door;
        this.bearers = bearers;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Those that can be had within a second; up to 100 are asked for. Never fails: a mention is heard without its parent
     * rather than not at all.
     *
     * @param account that pays
     * @param shown what X showed of them along with the mentions: taken for what is not kept, unless X hid it or it was
     *     erased since, for an answer may be older than that
     */
    public Uni<Map<String, ParentPost>> find(AccountId account, Set<String> ids, Map<String, ParentPost> shown) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return kept.find(pool, ids, clock.instant())
                .chain(known -> {
                    Map<String, ParentPost> all = new HashMap<>(shown);
                    all.keySet().retainAll(ids);
                    all.keySet().removeAll(known.hidden());
                    all.putAll(known.shown());
                    List<String> missing = missing(ids, all.keySet(), known.hidden());
                    return missing.isEmpty()
                            ? Uni.createFrom().item(all)
                            : asked(account, missing).invoke(all::putAll).replaceWith(all);
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("What some posts answer could not be looked up: %s", failure);
                    return Map.of();
                });
    }

    private static List<String> missing(Set<String> ids, Set<String> had, Set<String> hidden) {
        return ids.stream()
                .filter(id -> !had.contains(id) && !hidden.contains(id))
                .sorted()
                .limit(BATCH)
                .toList();
    }

    /** The call goes on when it is no longer waited for: it is paid, and what it tells is kept. */
    private Uni<Map<String, ParentPost>> asked(AccountId account, List<String> ids) {
        return ask(account, ids)
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Map::of);
    }

    private Uni<Map<String, ParentPost>> ask(AccountId account, List<String> ids) {
        return bearers.forReading(account).chain(bearer -> switch (bearer) {
            case Bearer.Missing _ -> Uni.createFrom().item(Map.of());
            case Bearer.Ready(String token, var key) ->
                door.ask(
                                new Ask(Endpoint.POSTS_BY_IDS, account, key),
                                () -> x.postsByIds(ids, token),
                                FindParents::reads)
                        .chain(asked -> keep(asked, ids));
        });
    }

    private Uni<Map<String, ParentPost>> keep(Asked<List<XPost>> asked, List<String> ids) {
        if (asked instanceof Asked.Answered<List<XPost>>(XAnswer.Given<List<XPost>>(List<XPost> posts, var _))) {
            Map<String, ParentPost> told = posts.stream()
                    .map(ParentPost::of)
                    .collect(Collectors.toMap(ParentPost::id, Function.identity(), (one, other) -> one));
            Set<String> hidden = new HashSet<>(ids);
            hidden.removeAll(told.keySet());
            return kept.keep(pool, told.values(), hidden, clock.instant()).replaceWith(told);
        }
        return Uni.createFrom().item(Map.of());
    }

    private static Reads reads(List<XPost> posts) {
        return Reads.posts(posts.stream().map(XPost::id).toList());
    }
}
