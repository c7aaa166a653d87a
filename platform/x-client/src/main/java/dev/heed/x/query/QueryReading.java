package dev.heed.x.query;

import java.util.List;

/** What a text turned out to be. */
public sealed interface QueryReading {

    /** A query that X will take, as far as its rules are known. */
    record Understood(Query query) implements QueryReading {}

    /** @param problems in the order of the text; at least one */
    record Wrong(List<QueryProblem> problems) implements QueryReading {

        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
