package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.AuthorContexts;
import dev.heed.ingestion.mention.AuthorContexts.Author;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Mentions;
import dev.heed.ingestion.parent.FindParents;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.x.XPost;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up who wrote and what they answer, for the posts that may be news: the overlap of two walks costs one query. */
@ApplicationScoped
class GatherAround {

    private final KeepVersions versions;
    private final Mentions mentions;
    private final FindParents parents;
    private final AuthorContexts authors;

    GatherAround(KeepVersions versions, Mentions mentions, FindParents parents, AuthorContexts authors) {
        this.versions = versions;
        this.mentions = mentions;
        this.parents = parents;
        this.authors = authors;
    }

    /** A post that may be news, as X showed it and as it was understood. */
    private record Candidate(XPost post, Mention mention) {

        Author author() {
            return new Author(mention.account(), post.authorId(), post.author());
        }

        @Nullable
        String parentId() {
            return mention.post().parentId();
        }

        Optional<ParentPost> shownParent() {
            return post.included(parentId()).map(ParentPost::of);
        }
    }

    Uni<Gathered> gather(Hearing hearing, List<XPost> posts) {
        return known(posts.stream().map(XPost::id).toList()).chain(known -> {
            List<Candidate> candidates = candidates(hearing, posts, known);
            return candidates.isEmpty()
                    ? Uni.createFrom().item(new Gathered(List.of(), List.copyOf(known), List.of(), hearing.watch()))
                    : around(hearing, candidates, known);
        });
    }

    Uni<Set<String>> known(List<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Set.of()) : versions.known(ids);
    }

    private static List<Candidate> candidates(Hearing hearing, List<XPost> posts, Set<String> known) {
        return posts.stream()
                .filter(post -> !known.contains(post.id()))
                .sorted(Comparator.comparing(XPost::id, Chains.BY_ID))
                .flatMap(post -> hearing.of(post).map(mention -> new Candidate(post, mention)).stream())
                .toList();
    }

    private Uni<Gathered> around(Hearing hearing, List<Candidate> candidates, Set<String> known) {
        Map<String, ParentPost> shown = candidates.stream()
                .flatMap(candidate -> candidate.shownParent().stream())
                .collect(Collectors.toMap(ParentPost::id, Function.identity(), (one, other) -> one));
        return Uni.combine()
                .all()
                .unis(authors.of(authorsOf(candidates)), parents(hearing, candidates, shown))
                .asTuple()
                .map(both -> new Gathered(
                        heard(candidates, both.getItem1(), both.getItem2().all()),
                        List.copyOf(known),
                        List.copyOf(both.getItem2().fresh()),
                        hearing.watch()));
    }

    private static Set<Author> authorsOf(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::author).collect(Collectors.toSet());
    }

    /** @param fresh those that X showed, and that are no mentions: to be kept, unless they are */
    private record Parents(Map<String, ParentPost> all, Collection<ParentPost> fresh) {}

    private Uni<Parents> parents(Hearing hearing, List<Candidate> candidates, Map<String, ParentPost> shown) {
        Set<String> wanted = candidates.stream()
                .flatMap(candidate -> Stream.ofNullable(candidate.parentId()))
                .collect(Collectors.toSet());
        return mentions.asParents(wanted).chain(heardBefore -> {
            Set<String> others = new HashSet<>(wanted);
            others.removeAll(heardBefore.keySet());
            return parents.find(hearing.hearer().id(), others, shown).map(found -> {
                List<ParentPost> fresh = found.values().stream()
                        .filter(parent -> shown.containsKey(parent.id()))
                        .toList();
                Map<String, ParentPost> all = new HashMap<>(found);
                heardBefore.forEach((id, mention) -> mention.ifPresent(parent -> all.put(id, parent)));
                return new Parents(all, fresh);
            });
        });
    }

    private static List<Heard> heard(
            List<Candidate> candidates, Map<Author, AuthorContext> authors, Map<String, ParentPost> parents) {
        return candidates.stream()
                .map(candidate -> new Heard(
                        candidate.mention(),
                        candidate.parentId() == null ? null : parents.get(candidate.parentId()),
                        authors.getOrDefault(candidate.author(), AuthorContext.UNKNOWN)))
                .toList();
    }
}
