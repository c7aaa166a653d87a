package dev.heed.local.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of a recording that can be played, and the reasons why others cannot. */
final class Recording {
    private final List<RecordedPost> posts;
    private final List<String> rejected;
    private final Map<String, RecordedPost> byId;

    Recording(List<RecordedPost> posts, List<String> rejected) {
        this.posts = List.copyOf(posts);
        this.rejected = List.copyOf(rejected);
        this.byId = posts.stream().collect(Collectors.toMap(RecordedPost::id, Function.identity()));
    }

    List<RecordedPost> posts() {
        return posts;
    }

    /** Malformed rows in words, each with its line. */
    List<String> rejected() {
        return rejected;
    }

    /** Handles of those who answered customers. */
    Set<String> brands() {
        return posts.stream()
                .filter(post -> !post.inbound())
                .map(RecordedPost::author)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    int inbound() {
        return (int) posts.stream().filter(RecordedPost::inbound).count();
    }

    /**
     * The brands' answers by the customer's row that they answer, in the order in which they were given. A brand that goes
     * on after its own row answers the customer's row above.
     */
    Map<String, List<RecordedPost>> answers() {
        Map<String, List<RecordedPost>> answers = new LinkedHashMap<>();
        posts.stream()
                .filter(post -> !post.inbound())
                .sorted(Comparator.comparing(RecordedPost::createdAt).thenComparingInt(RecordedPost::line))
                .forEach(post -> customerAbove(post)
                        .ifPresent(above -> answers.computeIfAbsent(above.id(), fresh -> new ArrayList<>())
                                .add(post)));
        return answers;
    }

    /** Brands' rows that answer no customer's post of the file: there is nothing to reply to. */
    List<RecordedPost> unanswerable() {
        return posts.stream()
                .filter(post -> !post.inbound() && customerAbove(post).isEmpty())
                .toList();
    }

    private Optional<RecordedPost> customerAbove(RecordedPost answer) {
        RecordedPost above = byId.get(answer.parent());
        // Counted, since rows that name each other as parents would lead round in a circle.
        for (int hops = 0; hops < posts.size() && above != null && !above.inbound(); hops++) {
            above = byId.get(above.parent());
        }
        return Optional.ofNullable(above).filter(RecordedPost::inbound);
    }

    Recording limitedTo(int rows) {
        return new Recording(posts.stream().limit(rows).toList(), rejected);
    }
}
