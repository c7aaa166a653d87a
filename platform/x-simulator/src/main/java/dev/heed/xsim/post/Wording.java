package dev.heed.xsim.post;

import dev.heed.xsim.id.UserId;
import dev.heed.xsim.text.Names;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What X makes of a text that somebody sends: the text as shown, with the implied mentions of a reply in front, and whom it names.
 *
 * <p>Implied are the author of the post answered and everybody whom that post names, but never oneself. Handles that the text already
 * starts with are not repeated. {@code counted} is the part that the length limit looks at.
 */
record Wording(String text, int shownFrom, String counted, List<UserId> mentions) {

    private static final Pattern LEADING = Pattern.compile("\\G@([A-Za-z0-9_]{1,15})\\s+");

    static Wording of(String typed, UserId author, @Nullable Post answered, Set<UserId> leftOut, Users users) {
        Set<UserId> implied = new LinkedHashSet<>();
        if (answered != null) {
            implied.add(answered.author());
            implied.addAll(answered.mentions());
            implied.remove(author);
            implied.removeIf(user -> leftOut.contains(user) && !user.equals(answered.author()));
        }
        List<String> missing = new ArrayList<>();
        Set<String> handles = implied.stream()
                .map(user -> users.known(user).username())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Leading leading = Leading.of(typed, handles);
        handles.stream()
                .filter(handle -> !leading.handles.contains(fold(handle)))
                .forEach(missing::add);
        String prefix = missing.stream().map(handle -> "@" + handle + " ").collect(Collectors.joining());
        String text = prefix + typed;
        int hidden = prefix.length() + leading.end;
        Set<UserId> mentions = new LinkedHashSet<>(implied);
        Names.of(text).forEach(handle -> users.byUsername(handle).map(User::id).ifPresent(mentions::add));
        return new Wording(text, text.codePointCount(0, hidden), typed.substring(leading.end), List.copyOf(mentions));
    }

    private static String fold(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }

    /** The implied handles that the author wrote in front by hand, and where they end. */
    private record Leading(Set<String> handles, int end) {
        static Leading of(String typed, Set<String> implied) {
            Set<String> wanted = implied.stream().map(Wording::fold).collect(Collectors.toSet());
            Set<String> found = new LinkedHashSet<>();
            int end = 0;
            Matcher matcher = LEADING.matcher(typed);
            while (matcher.find() && wanted.contains(fold(matcher.group(1)))) {
                found.add(fold(matcher.group(1)));
                end = matcher.end();
            }
            return new Leading(found, end);
        }
    }
}
