package dev.heed.local.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives the customers of a recording other names.
 *
 * <p>X refuses an account that says the same twice in a short time. A recording that is played again therefore happens to
 * other people: {@code mara} becomes {@code mara_2}, as author and wherever she is addressed. Brands keep their names.
 */
final class OtherPeople {
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@(\\w{1,15})");
    private static final int LONGEST = 15;

    private final Map<String, String> names = new HashMap<>();

    private OtherPeople(Recording recording, int round) {
        Set<String> brands = recording.brands();
        Set<String> taken = new HashSet<>(brands);
        recording.posts().stream()
                .map(RecordedPost::author)
                .distinct()
                .filter(author -> !brands.contains(author))
                .forEach(author -> names.put(author, free(author, round, taken)));
    }

    /** @param round which time it is that something is played; the first changes nothing */
    static Recording of(Recording recording, int round) {
        if (round < 2) {
            return recording;
        }
        OtherPeople others = new OtherPeople(recording, round);
        return new Recording(recording.posts().stream().map(others::renamed).toList(), recording.rejected());
    }

    private RecordedPost renamed(RecordedPost post) {
        return new RecordedPost(
                post.line(),
                post.id(),
                names.getOrDefault(post.author(), post.author()),
                post.inbound(),
                post.createdAt(),
                MENTION.matcher(post.text())
                        .replaceAll(mention -> "@" + names.getOrDefault(mention.group(1), mention.group(1))),
                post.parent());
    }

    private static String free(String name, int round, Set<String> taken) {
        for (int attempt = 0; ; attempt++) {
            String ending = "_" + round + (attempt == 0 ? "" : Integer.toString(attempt, 36));
            String candidate = name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }
}
