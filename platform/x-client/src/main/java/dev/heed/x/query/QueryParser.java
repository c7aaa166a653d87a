package dev.heed.x.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads X's query language: words, {@code "phrases"}, {@code @name}, {@code #tag}, {@code $tag}, operators, {@code -not},
 * {@code OR} (weaker than the blank, which means and) and parentheses.
 *
 * <p>Goes on after a wrong value, so that all of them are told at once; stops where the structure is broken.
 */
final class QueryParser {

    /** Nobody writes this many by hand, and X takes no more than it can search. */
    private static final int MOST_PARTS = 200;

    private static final int DEEPEST = 50;
    private static final Pattern SOUGHT = Pattern.compile("[\\p{L}\\p{M}\\p{N}_\\p{So}\\p{Sk}]");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,50}");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,280}");

    private final String text;
    private final List<QueryProblem> problems = new ArrayList<>();
    private int at;
    private int depth;
    private int parts;
    private int lists;

    QueryParser(String text) {
        this.text = text;
    }

    QueryReading read() {
        try {
            Clause clause = any();
            blanks();
            if (at < text.length()) {
                throw new Broken(at, at + 1, "This ) closes nothing: take it out, or put a ( in front.");
            }
            if (problems.isEmpty() && !clause.standsAlone()) {
                problem(
                        0,
                        text.length(),
                        "X needs something to look for in each part that OR parts: a word, a phrase, @name, #tag"
                                + " or such as from:name. is:, has:, lang: and what is excluded only narrow.");
            }
            if (problems.isEmpty()) {
                return new QueryReading.Understood(new Query(clause));
            }
        } catch (Broken broken) {
            problem(broken.start, broken.end, broken.words);
        }
        return new QueryReading.Wrong(problems);
    }

    private Clause any() {
        if (++depth > DEEPEST) {
            throw new Broken(at, Math.min(at + 1, text.length()), "The parentheses are nested too deeply.");
        }
        List<Clause> choices = new ArrayList<>(List.of(all()));
        while (isOr()) {
            at += 2;
            choices.add(all());
        }
        depth--;
        return Clause.any(choices);
    }

    private Clause all() {
        List<Clause> together = new ArrayList<>();
        blanks();
        int start = at;
        while (at < text.length() && text.charAt(at) != ')' && !isOr()) {
            together.add(unary());
            blanks();
        }
        if (together.isEmpty()) {
            int end = Math.min(text.length(), at + 1);
            throw new Broken(
                    Math.min(start, end),
                    end,
                    text.isBlank()
                            ? "Write what to look for."
                            : isOr() || at >= text.length() || text.charAt(at) == ')'
                                    ? "Something to look for is missing here."
                                    : "This cannot be looked for.");
        }
        return Clause.all(together);
    }

    private Clause unary() {
        if (++parts > MOST_PARTS) {
            throw new Broken(
                    at, text.length(), "A query has at most " + MOST_PARTS + " parts: make several watches of it.");
        }
        if (text.charAt(at) != '-') {
            return atom(false);
        }
        int minus = at++;
        if (at >= text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')') {
            throw new Broken(minus, minus + 1, "A minus stands right before what it excludes, without a blank.");
        }
        if (text.charAt(at) == '(') {
            throw new Broken(
                    minus,
                    at + 1,
                    "X does not take a minus before parentheses: write -this -that in place of" + " -(this OR that).");
        }
        return new Clause.Not(atom(true));
    }

    private Clause atom(boolean negated) {
        int start = at;
        return switch (text.charAt(at)) {
            case '(' -> group();
            case '"' -> phrase(start, quoted());
            default -> bareClause(start, bare(), negated);
        };
    }

    private Clause group() {
        int open = at++;
        Clause inner = any();
        blanks();
        if (at >= text.length()) {
            throw new Broken(open, open + 1, "This ( is never closed.");
        }
        at++;
        return inner;
    }

    private Clause bareClause(int start, String bare, boolean negated) {
        int colon = bare.indexOf(':');
        if (colon > 0) {
            return operator(start, bare.substring(0, colon), bare.substring(colon + 1), negated);
        }
        char sign = bare.charAt(0);
        if (bare.length() > 1 && (sign == '@' || sign == '#' || sign == '$')) {
            String name = bare.substring(1);
            Pattern form = sign == '@' ? USERNAME : TAG;
            if (!form.matcher(name).matches()) {
                problem(
                        start,
                        at,
                        sign + " is followed by " + (sign == '@' ? "a handle" : "letters and digits")
                                + " and nothing else: put a text with signs in quotation marks.");
            }
            return new Clause.Tag(sign, name);
        }
        if (!SOUGHT.matcher(bare).find()) {
            throw new Broken(start, at, "There is no letter, digit or emoji here that could be looked for.");
        }
        return new Clause.Word(bare);
    }

    private Clause phrase(int start, String words) {
        if (!SOUGHT.matcher(words).find()) {
            throw new Broken(start, at, "There is nothing between these quotation marks that could be looked for.");
        }
        return new Clause.Phrase(words);
    }

    private Clause operator(int start, String name, String begun, boolean negated) {
        String value = value(begun);
        Operator operator = Operator.named(name).orElse(null);
        if (operator == null) {
            problem(
                    start,
                    at,
                    "X's search has no operator " + name + ":. To look for this text, put it in quotation marks; for an"
                            + " address write url:\"…\".");
            return new Clause.Word(name);
        }
        if (!operator.form.fits(value)) {
            problem(start, at, operator.written() + ": is followed, without a blank, by " + operator.form.words + ".");
        } else if (operator == Operator.IS && value.equals("nullcast") && !negated) {
            problem(start, at, "X takes is:nullcast only with a minus before it.");
        } else if (operator == Operator.LIST && ++lists > 1) {
            problem(start, at, "X takes list: only once in a query.");
        }
        return new Clause.Has(operator, operator.form.isText() ? value.strip() : value);
    }

    /** A value may be in quotation marks, or in brackets with blanks. */
    private String value(String begun) {
        if (begun.isEmpty() && at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int close = text.indexOf(']', at - begun.length());
        if (begun.startsWith("[") && !begun.contains("]") && close > 0) {
            int open = at - begun.length();
            at = close + 1;
            return text.substring(open, at).replaceAll("\\s+", " ") + (at < text.length() ? bare() : "");
        }
        return begun;
    }

    private String quoted() {
        int open = at++;
        int close = text.indexOf('"', at);
        if (close < 0) {
            throw new Broken(open, open + 1, "This quotation mark has no partner.");
        }
        String inner = text.substring(at, close);
        at = close + 1;
        return inner;
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isOr() {
        return text.startsWith("OR", at) && (at + 2 == text.length() || ends(text.charAt(at + 2)));
    }

    private static boolean ends(char next) {
        return Character.isWhitespace(next) || next == '(' || next == ')' || next == '"';
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void problem(int start, int end, String words) {
        problems.add(new QueryProblem(start, Math.max(start, end), words));
    }

    /** Leaves the descent; never leaves this class. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int start;
        private final int end;
        private final String words;

        Broken(int start, int end, String words) {
            super(words, null, false, false);
            this.start = start;
            this.end = end;
            this.words = words;
        }
    }
}
