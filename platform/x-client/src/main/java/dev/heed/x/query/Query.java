package dev.heed.x.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that X's recent search will take.
 *
 * <p>Two queries are equal if they are built the same, however they were written.
 */
public final class Query {

    /** Of self-serve customers' queries; 4,096 for enterprises. */
    public static final int LONGEST_SELF_SERVE = 512;

    private final Clause clause;

    Query(Clause clause) {
        this.clause = clause;
    }

    /** @param longest how many characters X takes */
    public static QueryReading read(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return new QueryReading.Wrong(List.of(new QueryProblem(
                    text.offsetByCodePoints(0, longest),
                    text.length(),
                    "A query has at most %d characters; this one has %d.".formatted(longest, length))));
        }
        return new QueryParser(text).read();
    }

    /** In normal form: single blanks, operators in lower case, parentheses only where they mean something. */
    public String text() {
        return clause.written();
    }

    /**
     * Without reposts, which nobody needs to answer, and without what the company's own accounts write; what the query says
     * of either itself stays. A handle that no longer fits in is left out: it costs money and does no other harm.
     *
     * @param ownHandles without @
     * @param longest how many characters X takes
     */
    public Query withoutReposts(List<String> ownHandles, int longest) {
        List<Clause> parts = new ArrayList<>(List.of(clause));
        if (!clause.holds(Query::isAboutReposts)) {
            parts.add(new Clause.Not(new Clause.Has(Operator.IS, "retweet")));
        }
        for (String handle : ownHandles) {
            if (!clause.holds(part -> isFrom(part, handle))) {
                parts.add(new Clause.Not(new Clause.Has(Operator.FROM, handle)));
            }
        }
        while (parts.size() > 1 && tooLong(parts, longest)) {
            parts.removeLast();
        }
        return new Query(Clause.all(parts));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query query && query.clause.equals(clause);
    }

    @Override
    public int hashCode() {
        return clause.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private static boolean tooLong(List<Clause> parts, int longest) {
        String written = Clause.all(parts).written();
        return written.codePointCount(0, written.length()) > longest;
    }

    private static boolean isAboutReposts(Clause clause) {
        return clause instanceof Clause.Has(Operator operator, String value)
                && (Operator.OF_REPOSTS.contains(operator) || (operator == Operator.IS && value.equals("retweet")));
    }

    private static boolean isFrom(Clause clause, String handle) {
        return clause instanceof Clause.Has(Operator operator, String value)
                && operator == Operator.FROM
                && value.replaceFirst("^@", "").equalsIgnoreCase(handle);
    }
}
