package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which posts are versions of one.
 *
 * <p>X gives every version a new id, and with each the ids of those before it. So versions may be met in any order and on
 * any way, and still one of them leads to the others. A post of which any version was met before belongs where that one
 * does, even if a history was cut short then.
 *
 * @param known the first ids of the versions that were known before
 */
record Chains(Map<String, String> known) {

    /** Ids sort by length, then by digit. */
    static final Comparator<String> BY_ID =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** The id under which all versions of this post are kept. */
    String of(Post post) {
        return post.versions().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .min(BY_ID)
                .orElse(post.firstId());
    }

    /** Of each chain its newest version, in the order of the posts. */
    Map<String, Heard> newest(Collection<Heard> heard) {
        Map<String, Heard> newest = new LinkedHashMap<>();
        for (Heard one : heard) {
            newest.merge(of(one.mention().post()), one, Chains::newer);
        }
        return newest;
    }

    /** Versions that were noted just now under another id than the one that their chain turned out to have. */
    Map<String, String> misfiled(Collection<Heard> heard, Set<String> notedNow) {
        Map<String, String> misfiled = new LinkedHashMap<>();
        for (Heard one : heard) {
            Post post = one.mention().post();
            String chain = of(post);
            if (!chain.equals(post.firstId())) {
                List<String> mine = new ArrayList<>(post.versions());
                mine.retainAll(notedNow);
                mine.forEach(version -> misfiled.put(version, chain));
            }
        }
        return misfiled;
    }

    private static Heard newer(Heard one, Heard other) {
        return BY_ID.compare(one.mention().post().id(), other.mention().post().id()) >= 0 ? one : other;
    }
}
