package dev.heed.x.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A query, or a part of one. There is one tree for each meaning: no list in a list of its kind, none of a single part. */
sealed interface Clause {

    /** All of these: a blank between them. */
    record All(List<Clause> parts) implements Clause {}

    /** One of these. */
    record Any(List<Clause> parts) implements Clause {}

    /** @param part anything but a group */
    record Not(Clause part) implements Clause {}

    /** A word as it was written; where it holds punctuation, X looks for its parts side by side. */
    record Word(String text) implements Clause {}

    record Phrase(String text) implements Clause {}

    /** A mention, a hashtag or a cashtag: {@code sign} is its first character. */
    record Tag(char sign, String name) implements Clause {}

    record Has(Operator operator, String value) implements Clause {}

    Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]+");

    static Clause all(List<Clause> parts) {
        List<Clause> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof All(var inner) ? inner : List.of(part)));
        return flat.size() == 1 ? flat.getFirst() : new All(List.copyOf(flat));
    }

    static Clause any(List<Clause> parts) {
        List<Clause> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Any(var inner) ? inner : List.of(part)));
        return flat.size() == 1 ? flat.getFirst() : new Any(List.copyOf(flat));
    }

    /** Whether X takes this as something to look for, not only as something to narrow by. */
    default boolean standsAlone() {
        return switch (this) {
            case All(var parts) -> parts.stream().anyMatch(Clause::standsAlone);
            case Any(var parts) -> parts.stream().allMatch(Clause::standsAlone);
            case Not(var _) -> false;
            case Word(var _), Phrase(var _), Tag(var _, var _) -> true;
            case Has(Operator operator, var _) -> operator.standsAlone();
        };
    }

    /** Whether this or any part of it is such, negated or not. */
    default boolean holds(Predicate<Clause> such) {
        return such.test(this)
                || switch (this) {
                    case All(var parts) -> parts.stream().anyMatch(part -> part.holds(such));
                    case Any(var parts) -> parts.stream().anyMatch(part -> part.holds(such));
                    case Not(Clause part) -> part.holds(such);
                    case Word(var _), Phrase(var _), Tag(var _, var _), Has(var _, var _) -> false;
                };
    }

    /** In X's language; reading it again gives this clause. */
    default String written() {
        return switch (this) {
            case All(var parts) ->
                parts.stream()
                        .map(part -> part instanceof Any ? "(" + part.written() + ")" : part.written())
                        .collect(Collectors.joining(" "));
            case Any(var parts) ->
                parts.stream()
                        .map(part -> part instanceof All ? "(" + part.written() + ")" : part.written())
                        .collect(Collectors.joining(" OR "));
            case Not(Clause part) -> "-" + part.written();
            case Word(String text) -> text;
            case Phrase(String text) -> '"' + text + '"';
            case Tag(char sign, String name) -> sign + name;
            case Has(Operator operator, String value) ->
                operator.written() + ":"
                        + (operator.form.isText() && !PLAIN.matcher(value).matches() ? '"' + value + '"' : value);
        };
    }
}
