package dev.heed.xsim.dialect;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The query parameters of one request, read as strictly as X reads them.
 *
 * <p>Reading never fails: what is wrong is noted, all of it, and the resource refuses with {@link #refusal} when {@link #wrong}.
 */
public final class Params {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    private final Map<String, List<String>> query;
    private final Dialect dialect;
    private final List<XProblem.Complaint> complaints = new ArrayList<>();

    /** Notes every parameter that is not one of the allowed ones. */
    public Params(Map<String, List<String>> query, Dialect dialect, Collection<String> allowed) {
        this.query = query;
        this.dialect = dialect;
        query.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                complain(
                        name,
                        String.join(",", values),
                        "The query parameter [" + name + "] is not one of [" + String.join(",", allowed) + "]");
            }
        });
    }

    public Dialect dialect() {
        return dialect;
    }

    public Optional<String> text(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Like {@link #text}, and it is noted when absent or empty. */
    public String required(String name) {
        String value = text(name).orElse("");
        if (value.isEmpty()) {
            complain(name, value, "The `" + name + "` query parameter can not be empty");
        }
        return value;
    }

    public int number(String name, int least, int most, int otherwise) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get().matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(value.get());
            if (least <= number && number <= most) {
                return number;
            }
        }
        complain(
                name,
                value.get(),
                "The `" + name + "` query parameter value [" + value.get() + "] is not between " + least + " and "
                        + most);
        return otherwise;
    }

    /** An id as a number; ids beyond 63 bits are as good as the largest. */
    public Optional<Long> id(String name) {
        return text(name).flatMap(value -> {
            if (ID.matcher(value).matches()) {
                return Optional.of(value.length() < 19 ? Long.parseLong(value) : largest(value));
            }
            invalid(name, value);
            return Optional.empty();
        });
    }

    public Optional<Instant> time(String name) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(Instant.parse(value));
            } catch (DateTimeParseException notRfc3339) {
                invalid(name, value);
                return Optional.empty();
            }
        });
    }

    /** A comma-separated list, each value one of the permitted. */
    public Set<String> some(String name, Collection<String> permitted) {
        Set<String> values = list(name);
        for (String value : values) {
            if (!permitted.contains(value)) {
                complain(
                        name,
                        value,
                        "The `" + name + "` query parameter value [" + value + "] is not one of ["
                                + String.join(",", permitted) + "]");
            }
        }
        return values;
    }

    /** Notes an id in the path that is none. */
    public void pathId(String name, String value) {
        if (!ID.matcher(value).matches()) {
            invalid(name, value);
        }
    }

    /** 1 to 100 ids, required. */
    public List<String> ids(String name) {
        List<String> ids = List.copyOf(list(name));
        if (ids.isEmpty() || ids.size() > 100) {
            complain(
                    name,
                    text(name).orElse(""),
                    "The number of values in the `" + name + "` query parameter list [" + ids.size()
                            + "] is not between 1 and 100");
        }
        ids.stream().filter(id -> !ID.matcher(id).matches()).forEach(id -> invalid(name, id));
        return ids;
    }

    public void invalid(String name, String value) {
        complain(name, value, "The `" + name + "` query parameter value [" + value + "] is not valid");
    }

    public void complain(String name, String value, String message) {
        complaints.add(new XProblem.Complaint(name, value, message));
    }

    public boolean wrong() {
        return !complaints.isEmpty();
    }

    public XProblem refusal() {
        return XProblem.invalid(dialect, complaints);
    }

    private Set<String> list(String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String given : query.getOrDefault(name, List.of())) {
            Arrays.stream(given.split(",", -1))
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
        }
        return values;
    }

    private static long largest(String nineteenDigits) {
        try {
            return Long.parseLong(nineteenDigits);
        } catch (NumberFormatException beyond) {
            return Long.MAX_VALUE;
        }
    }
}
