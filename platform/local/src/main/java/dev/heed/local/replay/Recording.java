package dev.heed.local.replay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a recording that can be played, and the reasons why others cannot.
 *
 * @param rejected malformed rows in words, each with its line
 */
record Recording(List<RecordedPost> posts, List<String> rejected) {

    Recording {
        posts = List.copyOf(posts);
        rejected = List.copyOf(rejected);
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

    /** The brands' answers by the row that they answer, in the order in which they were given. */
    Map<String, List<RecordedPost>> answers() {
        Set<String> customers = posts.stream()
                .filter(RecordedPost::inbound)
                .map(RecordedPost::id)
                .collect(Collectors.toSet());
        return posts.stream()
                .filter(post -> post.isAnswer() && customers.contains(post.parent()))
                .sorted(Comparator.comparing(RecordedPost::createdAt).thenComparing(RecordedPost::id))
                .collect(Collectors.groupingBy(RecordedPost::parent, LinkedHashMap::new, Collectors.toList()));
    }

    /** Brands' rows that answer no customer's post of the file: they have nothing to reply to. */
    List<RecordedPost> unanswerable() {
        Set<RecordedPost> answers =
                answers().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return posts.stream()
                .filter(post -> !post.inbound() && !answers.contains(post))
                .toList();
    }

    Recording limitedTo(int rows) {
        return new Recording(posts.stream().limit(rows).toList(), rejected);
    }
}
