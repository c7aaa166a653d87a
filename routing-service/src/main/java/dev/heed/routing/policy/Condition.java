package dev.heed.routing.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question about a post that the policy may ask: the whole closed language, documented in the document itself. */
sealed interface Condition {

    /** The evidence when it holds (words found; none for a trait), nothing when it does not. */
    Optional<List<String>> in(Reading reading);

    /** The post says something of a list, at least so many times. */
    record Says(WordList list, int times) implements Condition {
        @Override
        public Optional<List<String>> in(Reading reading) {
            List<String> found = list.foundIn(reading.words());
            return found.size() >= times ? Optional.of(found) : Optional.empty();
        }
    }

    /** The post, or the situation, is such. */
    record Is(Trait trait) implements Condition {
        @Override
        public Optional<List<String>> in(Reading reading) {
            return trait.of(reading) ? Optional.of(List.of()) : Optional.empty();
        }
    }

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Optional<List<String>> in(Reading reading) {
            var evidence = new ArrayList<String>();
            for (Condition part : parts) {
                Optional<List<String>> found = part.in(reading);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                evidence.addAll(found.get());
            }
            return Optional.of(evidence);
        }
    }

    /** At least one part holds; the evidence is that of all that do. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public Optional<List<String>> in(Reading reading) {
            var holding =
                    parts.stream().flatMap(part -> part.in(reading).stream()).toList();
            return holding.isEmpty()
                    ? Optional.empty()
                    : Optional.of(holding.stream().flatMap(List::stream).toList());
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public Optional<List<String>> in(Reading reading) {
            return part.in(reading).isPresent() ? Optional.empty() : Optional.of(List.of());
        }
    }
}
