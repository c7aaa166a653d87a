package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.Account;
import dev.heed.messaging.Trace;
import dev.heed.x.XPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a mention of a post.
 *
 * <p>A post may name several of our accounts and is then met on the walk of each; it may also be found by a watch. It is one
 * mention all the same, of the same account whoever meets it first: the one it answers, else the first it names, else the
 * one it quotes, else the one that met it. What our own accounts write is no mention, and neither is what only passes
 * somebody else's words on.
 *
 * @param hearer the account that is listened for: on whose walk, or by whose watch, the post was met
 * @param ours all accounts that are ours, also those that we no longer listen for: see {@code Accounts.ours()}
 * @param watch the watch that found it; null where none did
 */
public record Hearing(
        Account hearer,
        List<Account> ours,
        Via via,
        @Nullable Watched watch,
        Instant at) {

    private static final Pattern NAMED = Pattern.compile("(?<![\\w@])@(\\w{1,50})");
    private static final Pattern LEADING = Pattern.compile("^\\s*(@\\w{1,50}\\s+)*(@\\w{1,50})?");

    /** Not by a watch. */
    public Hearing(Account hearer, List<Account> ours, Via via, Instant at) {
        this(hearer, ours, via, null, at);
    }

    /** Empty where one of our own accounts wrote it, or where it is a repost. */
    public Optional<Mention> of(XPost post) {
        if (post.reposted() != null || isOurs(post.authorId())) {
            return Optional.empty();
        }
        Account account = spokenTo(post);
        Kind kind = kind(post, account);
        return Optional.of(new Mention(
                account.id(),
                account.handle(),
                Post.of(post),
                kind,
                kind == Kind.REPLY || addresses(post, account),
                watch,
                Answerable.of(account.handle(), kind == Kind.REPLY || names(post, account), kind == Kind.QUOTE),
                at,
                via,
                Trace.continueFrom(null)));
    }

    private boolean isOurs(String userId) {
        return ours.stream().anyMatch(account -> account.id().value().equals(userId));
    }

    private Account spokenTo(XPost post) {
        List<Account> listening =
                ours.stream().filter(account -> account.status().listens()).toList();
        Optional<Account> answered =
                listening.stream().filter(account -> answers(post, account)).findFirst();
        return answered.or(() -> named(post).stream()
                        .flatMap(handle ->
                                listening.stream().filter(account -> handle.equalsIgnoreCase(account.handle())))
                        .findFirst())
                .or(() -> listening.stream()
                        .filter(account -> quotes(post, account))
                        .findFirst())
                .orElse(hearer);
    }

    private Kind kind(XPost post, Account account) {
        if (answers(post, account)) {
            return Kind.REPLY;
        }
        if (names(post, account)) {
            return Kind.MENTION;
        }
        // of whom a quote is, X does not always show; unless a watch found it, it was shown because of the account
        boolean quotesSomebody =
                post.quoted() != null && post.included(post.quoted()).isEmpty() && watch == null;
        if (quotes(post, account) || quotesSomebody) {
            return Kind.QUOTE;
        }
        return watch == null ? Kind.MENTION : Kind.WATCH;
    }

    /**
     * Naming the account is speaking to it, but for the names that X itself puts in front of a reply to somebody else: there
     * two others talk, and the account only listens.
     */
    private static boolean addresses(XPost post, Account account) {
        boolean betweenOthers = post.repliedTo() != null && !post.authorId().equals(post.inReplyToUserId());
        String text = betweenOthers ? LEADING.matcher(post.text()).replaceFirst("") : post.text();
        return handlesIn(text).contains(account.handle().toLowerCase(Locale.ROOT))
                || (!betweenOthers
                        && post.mentionedUsernames().stream()
                                .anyMatch(handle -> handle.equalsIgnoreCase(account.handle())));
    }

    private static boolean answers(XPost post, Account account) {
        return account.id().value().equals(post.inReplyToUserId());
    }

    private static boolean names(XPost post, Account account) {
        return named(post).stream().anyMatch(handle -> handle.equalsIgnoreCase(account.handle()));
    }

    private static boolean quotes(XPost post, Account account) {
        return post.included(post.quoted())
                .filter(quoted -> quoted.authorId().equals(account.id().value()))
                .isPresent();
    }

    /** In the order of the text; X's own list comes after, for what the text does not show. */
    private static List<String> named(XPost post) {
        List<String> handles = new ArrayList<>(handlesIn(post.text()));
        handles.addAll(post.mentionedUsernames());
        return handles;
    }

    private static List<String> handlesIn(String text) {
        return NAMED.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .toList();
    }
}
