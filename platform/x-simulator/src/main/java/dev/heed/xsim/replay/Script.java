package dev.heed.xsim.replay;

import dev.heed.xsim.text.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a recording makes to be played: the customers' rows in the order of their times, and the brands' answers that are hoped for.
 *
 * <p>Threads that name no brand of the file at their beginning, and in which none takes part, are left out and counted.
 *
 * @param rows lines read, the rejected ones included
 * @param cues what to play, in order
 * @param answers a brand's row and the customer's row that it answers, in order
 */
record Script(
        int rows, List<Cue> cues, List<Answer> answers, Set<String> brands, int unaddressed, List<Rejected> rejected) {

    private static final Comparator<Row> BY_TIME =
            Comparator.comparing(Row::createdAt).thenComparingInt(Row::line);

    /** A brand's answer in the recording. */
    record Answer(Row row, String target) {}

    static Script of(Recording recording) {
        return new Writer(recording.rows()).write(recording.rejected());
    }

    private static final class Writer {
        private final Map<String, Row> rows;
        private final Map<String, List<Row>> brandsOfThread = new HashMap<>();

        Writer(Map<String, Row> rows) {
            this.rows = rows;
        }

        Script write(List<Rejected> rejected) {
            List<Row> ordered = rows.values().stream().sorted(BY_TIME).toList();
            Set<String> brands = new TreeSet<>();
            for (Row row : ordered) {
                if (!row.inbound()) {
                    brands.add(row.author());
                    brandsOfThread
                            .computeIfAbsent(top(row), fresh -> new ArrayList<>())
                            .add(row);
                }
            }
            List<Cue> cues = new ArrayList<>();
            List<Answer> answers = new ArrayList<>();
            int unaddressed = 0;
            for (Row row : ordered) {
                if (!row.inbound()) {
                    customerBefore(row).ifPresent(target -> answers.add(new Answer(row, target.id())));
                } else if (concernsOneOf(brands, row)) {
                    cues.add(cue(row));
                } else {
                    unaddressed++;
                }
            }
            return new Script(rows.size() + rejected.size(), cues, answers, brands, unaddressed, rejected);
        }

        /** A brand of the file takes part in its thread, or the thread begins by naming one that then kept silent. */
        private boolean concernsOneOf(Set<String> brands, Row row) {
            String top = top(row);
            return brandsOfThread.containsKey(top)
                    || Optional.ofNullable(rows.get(top)).stream()
                            .flatMap(root -> Names.of(root.text()).stream())
                            .anyMatch(name -> brands.stream().anyMatch(name::equalsIgnoreCase));
        }

        private Cue cue(Row row) {
            Optional<Row> parent = parent(row);
            if (parent.isPresent() && parent.get().inbound()) {
                return new Cue.Sequel(row, parent.get().id());
            }
            Optional<Row> customer = parent.flatMap(this::customerBefore);
            if (customer.isPresent()) {
                return new Cue.Rejoinder(row, customer.get().id(), parent.get());
            }
            return new Cue.Opening(row, addressed(row, parent.orElse(null)));
        }

        /** A first post that does not name the brand which is to answer it would never be heard by it. */
        private String addressed(Row root, @Nullable Row brandBefore) {
            List<Row> candidates = brandsOfThread.getOrDefault(top(root), List.of());
            if (brandBefore == null && candidates.isEmpty()) {
                return root.text();
            }
            String brand = brandBefore != null
                    ? brandBefore.author()
                    : candidates.stream()
                            .filter(row -> root.id().equals(row.parent()))
                            .findFirst()
                            .orElseGet(candidates::getFirst)
                            .author();
            boolean named = Names.of(root.text()).stream().anyMatch(brand::equalsIgnoreCase);
            return named ? root.text() : "@" + brand + " " + root.text();
        }

        /** The nearest row above that a customer wrote. */
        private Optional<Row> customerBefore(Row brandRow) {
            Optional<Row> above = parent(brandRow);
            while (above.isPresent() && !above.get().inbound()) {
                above = parent(above.get());
            }
            return above;
        }

        private Optional<Row> parent(Row row) {
            return row.parent() == null ? Optional.empty() : Optional.ofNullable(rows.get(row.parent()));
        }

        private String top(Row row) {
            Row top = row;
            for (Optional<Row> above = parent(row); above.isPresent(); above = parent(above.get())) {
                top = above.get();
            }
            return top.id();
        }
    }
}
