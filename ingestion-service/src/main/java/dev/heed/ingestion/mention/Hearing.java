package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.Account;
import dev.heed.messaging.Trace;
import dev.heed.x.XPost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /** Empty where one of our own accounts wrote it, where it is a repost, or where it has nothing to do with us. */
    public Optional<Mention> of(XPost post) {
        if (post.reposted() != null || ours.wrote(post)) {
            return Optional.empty();
        }
        List<XPost.Named> named = named(post);
        Account account = spokenTo(post, named);
        boolean names = named.stream().anyMatch(one -> Ours.is(one, account));
        return kind(post, account, names).map(kind -> mention(post, account, kind, names));
    }

    private Mention mention(XPost post, Account account, Kind kind, boolean names) {
        return new Mention(
                account.id(),
                account.handle(),
                Post.of(post),
                kind,
                kind == Kind.REPLY || addresses(post, account, names),
                watch,
                Answerable.of(account.handle(), kind == Kind.REPLY || names, kind == Kind.QUOTE),
                at,
                via,
                Trace.continueFrom(null));
    }

    private Account spokenTo(XPost post, List<XPost.Named> named) {
        return ours.listening(post.inReplyToUserId())
                .or(() -> named.stream()
                        .flatMap(one -> ours.listening(one).stream())
                        .findFirst())
                .or(() -> post.included(post.quoted()).flatMap(quoted -> ours.listening(quoted.authorId())))
                .orElse(hearer);
    }

    private Optional<Kind> kind(XPost post, Account account, boolean names) {
        if (account.id().value().equals(post.inReplyToUserId())) {
            return Optional.of(Kind.REPLY);
        }
        if (names) {
            return Optional.of(Kind.MENTION);
        }
        if (quotes(post, account)) {
            return Optional.of(Kind.QUOTE);
        }
        if (watch != null) {
            return Optional.of(Kind.WATCH);
        }
        if (via.isSearch()) {
            return Optional.empty(); // it quotes somebody else, and only links to us
        }
        // of whom a quote is, X does not always show; it was shown because of the account
        boolean quotesUnseen =
                post.quoted() != null && post.included(post.quoted()).isEmpty();
        return Optional.of(quotesUnseen ? Kind.QUOTE : Kind.MENTION);
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

    /** Where X does not show what is quoted, its address in the text still tells whose it was. */
    private static boolean quotes(XPost post, Account account) {
        String quoted = post.quoted();
        return quoted != null
                && post.included(quoted)
                        .map(shown -> shown.authorId().equals(account.id().value()))
                        .orElseGet(() ->
                                lower(post.text()).contains(".com/" + lower(account.handle()) + "/status/" + quoted));
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

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
