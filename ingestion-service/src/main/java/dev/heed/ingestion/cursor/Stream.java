package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Need;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.SourceKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Posts that X shows in pages, newest first, and that are walked over again and again: an account's mentions, or what a
 * search finds.
 *
 * @param key its cursor and its lease go by this
 * @param account that it is listened to for
 * @param query in X's query language; null for the account's mentions, which have an endpoint of their own
 * @param watch the watch that the search is for, if it is for one
 * @param begin a first walk goes back to here, and a watch's never further; null: as far back as is configured for a
 *     first walk
 */
public record Stream(
        SourceKey key,
        Account account,
        @Nullable String query,
        @Nullable Watched watch,
        @Nullable Instant begin) {

    /** X shows no more than this many mentions of an account. */
    private static final int MOST_MENTIONS = 800;

    /** The account's mentions. */
    public static Stream mentions(Account account) {
        return new Stream(new SourceKey("mentions:" + account.id()), account, null, null, null);
    }

    /** What a search finds that names the account or quotes it: the mentions' net. */
    static Stream naming(Account account, Instant begin) {
        return new Stream(new SourceKey("search:" + account.id()), account, queryFor(account), null, begin);
    }

    /**
     * The same where nobody searched for long, as when a budget was spent: only the quotes, which are in no timeline. What
     * names the account was heard from its timeline all the while, and would be paid for again.
     */
    static Stream quoting(Account account) {
        return new Stream(new SourceKey("search:" + account.id()), account, onlyQuotes(account), null, null);
    }

    private static String onlyQuotes(Account account) {
        return "%s -from:%s -is:retweet".formatted(quotesOf(account.handle()), account.handle());
    }

    /** Whether it leaves out what names the account. */
    boolean isQuoting() {
        return onlyQuotes(account).equals(query);
    }

    /**
     * What a watch finds.
     *
     * @param begin where its first walk begins, such as when it was set up
     */
    public static Stream watching(SourceKey key, Account account, String query, Watched watch, Instant begin) {
        return new Stream(key, account, query, watch, begin);
    }

    /**
     * What names the account, and what quotes it: a plain quote is in no timeline, and X has no operator for the quotes of an
     * account's posts but the address that each of them has. Without reposts: each names the account as what it repeats does,
     * is paid for, and is no mention.
     */
    static String queryFor(Account account) {
        return "(@%1$s OR (%2$s)) -from:%1$s -is:retweet".formatted(account.handle(), quotesOf(account.handle()));
    }

    /** The same, of an account that went by another handle then. */
    static String queryFor(Account account, String formerly) {
        return "(@%1$s OR @%2$s OR (%3$s) OR (%4$s)) -from:%1$s -is:retweet"
                .formatted(account.handle(), formerly, quotesOf(account.handle()), quotesOf(formerly));
    }

    private static String quotesOf(String handle) {
        return "is:quote (url:\"x.com/%1$s/status\" OR url:\"twitter.com/%1$s/status\")".formatted(handle);
    }

    boolean isSearch() {
        return query != null;
    }

    Endpoint endpoint() {
        return isSearch() ? Endpoint.SEARCH : Endpoint.MENTIONS;
    }

    /** How much depends on it: a search that fills a gap is owed, one that only makes sure may be left. */
    Need need() {
        if (isSearch()) {
            return watch != null || key.word().startsWith("search:") ? Need.MAY : Need.SHOULD;
        }
        return Need.MUST;
    }

    /** How a post is heard that is met on a walk of this depth. */
    Via via(Depth depth) {
        if (isSearch()) {
            return Via.SEARCH;
        }
        return depth == Depth.SWEEP ? Via.SWEEP : Via.POLL;
    }

    /** How many posts X shows at most. */
    int most() {
        return isSearch() ? Integer.MAX_VALUE : MOST_MENTIONS;
    }

    /** For logs; nothing of a customer's. */
    String name() {
        if (watch != null) {
            return "watch " + watch.id() + " of @" + account.handle();
        }
        return (isSearch() ? "search for @" : "mentions of @") + account.handle();
    }

    /** No walk goes back further than this id: a watch begins with the present, and what was said before is not paid for. */
    long wantedFrom() {
        return watch == null || begin == null ? 0 : Snowflake.at(begin);
    }

    /** Where a walk begins that has no cursor. */
    Instant first(Instant now, Duration lookBack) {
        Instant usual = now.minus(lookBack);
        return begin == null || begin.isBefore(usual) ? usual : begin;
    }
}
