package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.Account;
import dev.heed.messaging.Trace;
import dev.heed.x.XPost;
import dev.heed.x.XUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a mention of a post.
 *
 * <p>A post may name several of our accounts and is then met on the walk of each. It is one mention all the same, of the
 * same account whoever meets it first: the one it answers, else the first it names, else the one that met it. What our own
 * accounts write is no mention.
 *
 * @param hearer the account on whose walk the post was met
 * @param ours all accounts that we listen for
 */
public record Hearing(Account hearer, List<Account> ours, Via via, Instant at) {

    private static final Pattern NAMED = Pattern.compile("(?<![\\w@])@(\\w{1,50})");
    private static final Pattern LEADING = Pattern.compile("^\\s*(@\\w{1,50}\\s+)*(@\\w{1,50})?");

    /** Empty where one of our own accounts wrote it. */
    public Optional<Mention> of(XPost post) {
        if (ours.stream().anyMatch(account -> account.id().value().equals(post.authorId()))) {
            return Optional.empty();
        }
        Account account = spokenTo(post);
        Kind kind = kind(post, account);
        XUser author = post.author();
        return Optional.of(new Mention(
                account.id(),
                account.handle(),
                post.id(),
                storable(post.text()),
                post.authorId(),
                author == null ? post.authorId() : author.username(),
                author == null ? post.authorId() : storable(author.name()),
                post.createdAt(),
                post.conversationId(),
                post.repliedTo(),
                post.inReplyToUserId(),
                post.lang(),
                kind,
                kind == Kind.REPLY || addresses(post, account),
                at,
                via,
                Trace.continueFrom(null)));
    }

    private Account spokenTo(XPost post) {
        Optional<Account> answered =
                ours.stream().filter(account -> answers(post, account)).findFirst();
        return answered.or(() -> named(post).stream()
                        .flatMap(handle -> ours.stream().filter(account -> handle.equalsIgnoreCase(account.handle())))
                        .findFirst())
                .orElse(hearer);
    }

    private static Kind kind(XPost post, Account account) {
        if (answers(post, account)) {
            return Kind.REPLY;
        }
        boolean named = named(post).stream().anyMatch(handle -> handle.equalsIgnoreCase(account.handle()));
        return post.quoted() != null && !named ? Kind.QUOTE : Kind.MENTION;
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

    /** PostgreSQL keeps no NUL in a text; a post must not be lost for one. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
