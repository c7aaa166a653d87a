package dev.heed.xsim.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads X's query language: words, {@code "phrases"}, {@code @name}, {@code #tag}, {@code $tag}, operators, {@code -not},
 * {@code OR} (weaker than the blank, which means and) and parentheses.
 */
final class QueryText {

    private static final Set<String> IS = Set.of("reply", "quote", "retweet", "verified");
    private static final Set<String> HAS = Set.of("mentions", "links", "hashtags", "cashtags", "media", "images");
    private static final int DEEPEST = 50;

    private final String text;
    private int at;
    private int depth;

    private QueryText(String text) {
        this.text = text;
    }

    static Parsed parse(String text) {
        QueryText reader = new QueryText(text);
        try {
            Clause clause = reader.any();
            reader.blanks();
            if (reader.at < text.length()) {
                return reader.wrong("missing EOF at '" + text.charAt(reader.at) + "'", reader.at);
            }
            return clause.standsAlone()
                    ? new Parsed.Query(clause)
                    : reader.wrong(
                            "Rules must contain a positive, non-stop word clause: 'is:', 'has:', 'lang:' and negated clauses cannot"
                                    + " stand alone",
                            0);
        } catch (Unreadable unreadable) {
            return reader.wrong(unreadable.why, unreadable.position);
        }
    }

    private Parsed.Wrong wrong(String why, int position) {
        return new Parsed.Wrong(
                "There were errors processing your request: " + why + " (at position " + (position + 1) + ")");
    }

    private Clause any() {
        if (++depth > DEEPEST) {
            throw new Unreadable("Parentheses are nested too deeply", at);
        }
        List<Clause> parts = new ArrayList<>(List.of(all()));
        while (keyword("OR")) {
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Clause.Any(parts);
    }

    private Clause all() {
        List<Clause> parts = new ArrayList<>();
        while (true) {
            blanks();
            if (at >= text.length() || text.charAt(at) == ')' || comes("OR")) {
                break;
            }
            parts.add(unary());
        }
        if (parts.isEmpty()) {
            throw new Unreadable("no viable alternative at character '" + here() + "'", at);
        }
        return parts.size() == 1 ? parts.getFirst() : new Clause.All(parts);
    }

    private Clause unary() {
        if (text.charAt(at) == '-') {
            at++;
            if (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
                throw new Unreadable("no viable alternative at character '-'", at - 1);
            }
            if (text.charAt(at) == '(') {
                // "Do not negate grouped operators"
                throw new Unreadable("no viable alternative at character '('", at);
            }
            return new Clause.Not(atom());
        }
        return atom();
    }

    private Clause atom() {
        char first = text.charAt(at);
        if (first == '(') {
            int open = at++;
            Clause inner = any();
            blanks();
            if (at >= text.length()) {
                throw new Unreadable("missing ')' for '('", open);
            }
            at++;
            return inner;
        }
        if (first == '"') {
            return phrase(quoted());
        }
        int start = at;
        String word = bare();
        int colon = word.indexOf(':');
        if (colon > 0) {
            return operator(word.substring(0, colon), word.substring(colon + 1), start);
        }
        if (word.length() > 1 && (first == '@' || first == '#' || first == '$')) {
            return new Clause.Tag(first, word.substring(1));
        }
        return phrase(word);
    }

    private Clause operator(String name, String bareValue, int start) {
        String value = bareValue.isEmpty() && at < text.length() && text.charAt(at) == '"' ? quoted() : bareValue;
        Optional<Clause.Name> known = List.of(Clause.Name.values()).stream()
                .filter(operator -> operator.written().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        boolean fits = known.isPresent()
                && !value.isEmpty()
                && switch (known.get()) {
                    case IS -> IS.contains(value);
                    case HAS -> HAS.contains(value);
                    case CONVERSATION_ID, IN_REPLY_TO_TWEET_ID, QUOTES_OF_TWEET_ID -> value.matches("[0-9]{1,19}");
                    default -> true;
                };
        if (!fits) {
            String reference = known.isPresent() ? name + ":" + value : name;
            throw new Unreadable(
                    "Reference to invalid operator '" + reference
                            + "'. Operator is not available in current product or product packaging. Please refer to complete"
                            + " available operator list at https://docs.x.com/x-api/posts/search/integrate/operators",
                    start);
        }
        return new Clause.Operator(known.get(), value);
    }

    private Clause phrase(String words) {
        List<String> found = Words.of(words);
        if (found.isEmpty()) {
            throw new Unreadable("no viable alternative at character '" + here() + "'", at);
        }
        return new Clause.Words(found);
    }

    private String quoted() {
        int open = at++;
        int close = text.indexOf('"', at);
        if (close < 0) {
            throw new Unreadable("no viable alternative at character '\"'", open);
        }
        String inner = text.substring(at, close);
        at = close + 1;
        return inner;
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new Unreadable("no viable alternative at character '" + here() + "'", at);
        }
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean comes(String keyword) {
        int end = at + keyword.length();
        return text.startsWith(keyword, at)
                && (end == text.length()
                        || Character.isWhitespace(text.charAt(end))
                        || "()\"".indexOf(text.charAt(end)) >= 0);
    }

    private boolean keyword(String keyword) {
        blanks();
        boolean comes = comes(keyword);
        if (comes) {
            at += keyword.length();
        }
        return comes;
    }

    private String here() {
        return at < text.length() ? text.substring(at, at + 1) : "<EOF>";
    }

    /** Leaves the descent; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private final String why;
        private final int position;

        Unreadable(String why, int position) {
            super(why, null, false, false);
            this.why = why;
            this.position = position;
        }
    }
}
