package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.Account;
import dev.heed.messaging.Trace;
import dev.heed.x.XPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        Account hearer, Ours ours, Via via, @Nullable Watched watch, Instant at) {

    private static final Pattern LEADING = Pattern.compile("^\\s*(@\\w{1,50}\\s+)*(@\\w{1,50})?");

    public Hearing(Account hearer, List<Account> ours, Via via, @Nullable Watched watch, Instant at) {
        this(hearer, Ours.of(ours), via, watch, at);
    }

    /** Not by a watch. */
    public Hearing(Account hearer, List<Account> ours, Via via, Instant at) {
        this(hearer, ours, via, null, at);
    }

    /** Empty where one of our own accounts wrote it, or where it is a repost. */
    public Optional<Mention> of(XPost post) {
        if (post.reposted() != null || ours.wrote(post)) {
            return Optional.empty();
        }
        List<XPost.Named> named = named(post);
        Account account = spokenTo(post, named);
        boolean names = named.stream().anyMatch(one -> Ours.is(one, account));
        Kind kind = kind(post, account, names);
        return Optional.of(new Mention(
                account.id(),
                account.handle(),
                Post.of(post),
                kind,
                kind == Kind.REPLY || addresses(post, account, names),
                watch,
                Answerable.of(account.handle(), kind == Kind.REPLY || names, kind == Kind.QUOTE),
                at,
                via,
                Trace.continueFrom(null)));
    }

    private Account spokenTo(XPost post, List<XPost.Named> named) {
        return ours.listening(post.inReplyToUserId())
                .or(() -> named.stream()
                        .flatMap(one -> ours.listening(one).stream())
                        .findFirst())
                .or(() -> post.included(post.quoted()).flatMap(quoted -> ours.listening(quoted.authorId())))
                .orElse(hearer);
    }

    private Kind kind(XPost post, Account account, boolean names) {
        if (account.id().value().equals(post.inReplyToUserId())) {
            return Kind.REPLY;
        }
        if (names) {
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
    private static boolean addresses(XPost post, Account account, boolean names) {
        boolean betweenOthers = post.repliedTo() != null && !post.authorId().equals(post.inReplyToUserId());
        return betweenOthers
                ? written(post, LEADING.matcher(post.text()).replaceFirst("")).anyMatch(one -> Ours.is(one, account))
                : names;
    }

    private static boolean quotes(XPost post, Account account) {
        return post.included(post.quoted())
                .filter(quoted -> quoted.authorId().equals(account.id().value()))
                .isPresent();
    }

    /** In the order of the text; X's own list comes after, for what the text does not show. */
    private static List<XPost.Named> named(XPost post) {
        return Stream.concat(written(post, post.text()), post.named().stream()).toList();
    }

    /** Whom a part of the text names, as X knows them. */
    private static Stream<XPost.Named> written(XPost post, String text) {
        return Handles.in(text).stream()
                .map(handle -> post.named().stream()
                        .filter(one -> one.username().equalsIgnoreCase(handle))
                        .findFirst()
                        .orElseGet(() -> new XPost.Named(handle, null)));
    }
}
