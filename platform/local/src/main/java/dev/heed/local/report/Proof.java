package dev.heed.local.report;

import dev.heed.local.api.EntryView;
import dev.heed.local.api.LedgerPost;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds what Heed says against what X's ledger says.
 *
 * <p>Completeness is judged on the replay's own posts; that nothing is there twice, on everything. A
 * post that names two accounts is one mention, heard once, and on one ticket.
 */
public final class Proof {
    private final Facts facts;
    private final Scope scope;

    private Proof(Facts facts, Scope scope) {
        this.facts = facts;
        this.scope = scope;
    }

    /** All claims, each with its offenders. */
    public static List<Check> of(Facts facts, Scope scope) {
        Proof proof = new Proof(facts, scope);
        return List.of(
                proof.everyPostIsOnExactlyOneTicket(),
                proof.everyReplyHasExactlyOneEntry(),
                proof.entriesSayWhatWasPosted(),
                proof.nothingWasPostedTwice(),
                proof.everyEntryHasItsPost());
    }

    private Check everyPostIsOnExactlyOneTicket() {
        Map<String, List<String>> ticketsOf = facts.tickets().stream()
                .flatMap(ticket -> ticket.posts().stream().map(post -> Map.entry(post.id(), ticket.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<String> offenders = scope.posts().stream()
                .sorted()
                .filter(post -> ticketsOf.getOrDefault(post, List.of()).size() != 1)
                .map(post -> post + " is on "
                        + ticketsOf.getOrDefault(post, List.of()).size() + " tickets")
                .toList();
        return new Check(
                "every inbound post is on exactly one ticket", scope.posts().size(), offenders);
    }

    private Check everyReplyHasExactlyOneEntry() {
        Map<String, List<EntryView>> entries = byPost(facts.responses());
        List<LedgerPost> posted = postedByUs();
        List<String> offenders = posted.stream()
                .filter(post -> entries.getOrDefault(post.id(), List.of()).size() != 1)
                .map(post -> post.id() + " has "
                        + entries.getOrDefault(post.id(), List.of()).size() + " entries")
                .toList();
        return new Check("every posted reply has exactly one entry", posted.size(), offenders);
    }

    private Check entriesSayWhatWasPosted() {
        Map<String, List<EntryView>> entries = byPost(facts.responses());
        List<LedgerPost> posted = postedByUs();
        List<String> offenders = posted.stream()
                .flatMap(post -> entries.getOrDefault(post.id(), List.of()).stream()
                        .filter(entry -> !entry.textSha256().equals(sha256(post.text())))
                        .map(entry -> "entry " + entry.index() + " differs from post " + post.id()))
                .toList();
        return new Check("every entry holds the text that was posted", posted.size(), offenders);
    }

    private Check nothingWasPostedTwice() {
        List<LedgerPost> posted =
                facts.ledger().stream().filter(LedgerPost::cameThroughTheApi).toList();
        List<String> offenders = new ArrayList<>();
        groups(posted, post -> post.authorId() + "\u0000" + post.inReplyTo() + "\u0000" + post.text())
                .forEach(twins -> offenders.add("posts " + join(twins, LedgerPost::id) + " by @"
                        + twins.getFirst().author() + " are the same"));
        groups(facts.responses(), entry -> String.valueOf(entry.replyId()))
                .forEach(twins -> offenders.add("reply " + twins.getFirst().replyId() + " has entries "
                        + join(twins, entry -> Long.toString(entry.index()))));
        return new Check("nothing was posted twice", posted.size(), offenders);
    }

    private Check everyEntryHasItsPost() {
        Set<String> posted = facts.ledger().stream()
                .filter(LedgerPost::cameThroughTheApi)
                .map(LedgerPost::id)
                .collect(Collectors.toSet());
        List<String> offenders = facts.responses().stream()
                .filter(entry -> !posted.contains(String.valueOf(entry.postId())))
                .map(entry -> "entry " + entry.index() + " names post " + entry.postId())
                .toList();
        return new Check("every entry has its post", facts.responses().size(), offenders);
    }

    private List<LedgerPost> postedByUs() {
        Set<String> accounts = scope.accounts().stream()
                .map(handle -> handle.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return facts.ledger().stream()
                .filter(LedgerPost::cameThroughTheApi)
                .filter(post -> accounts.contains(post.author().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Map<String, List<EntryView>> byPost(List<EntryView> entries) {
        return entries.stream().collect(Collectors.groupingBy(entry -> String.valueOf(entry.postId())));
    }

    private static <T> List<List<T>> groups(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.groupingBy(key)).values().stream()
                .filter(group -> group.size() > 1)
                .toList();
    }

    private static <T> String join(List<T> all, Function<T, String> name) {
        return all.stream().map(name).collect(Collectors.joining(", "));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
