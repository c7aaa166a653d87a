package dev.heed.crmsample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The customers of a file, to be found by id or else by handle. Never changes. */
final class CustomerList {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");
    private static final int LONGEST_TIER = 50;
    private static final int LONGEST_REFERENCE = 200;

    private final Map<String, Customer> byId = new HashMap<>();
    private final Map<String, Customer> byHandle = new HashMap<>();

    private CustomerList() {}

    /**
     * Reads lines of {@code x_user_id,handle,tier,reference}; blank ones, those that begin with # and the line of titles
     * are passed over.
     *
     * @param complain told the number of each line that is none of these, and why; never its content
     */
    static CustomerList read(List<String> lines, Consumer<String> complain) {
        CustomerList list = new CustomerList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty()
                    || line.startsWith("#")
                    || line.toLowerCase(Locale.ROOT).startsWith("x_user_id")) {
                continue;
            }
            int number = at + 1;
            customer(fields(line))
                    .ifPresentOrElse(
                            list::add,
                            () -> complain.accept(
                                    "Line " + number
                                            + " is left out: it needs an id of digits or a handle, and a tier of 1 to 50 characters"));
        }
        return list;
    }

    /** By id where the file has it, else by handle. */
    Optional<Customer> find(String xUserId, String handle) {
        return Optional.ofNullable(byId.get(xUserId))
                .or(() -> Optional.ofNullable(byHandle.get(handle.toLowerCase(Locale.ROOT)))
                        .filter(customer -> customer.xUserId().isEmpty()));
    }

    int size() {
        return (int) (byId.size()
                + byHandle.values().stream()
                        .filter(customer -> customer.xUserId().isEmpty())
                        .count());
    }

    private void add(Customer customer) {
        if (!customer.xUserId().isEmpty()) {
            byId.put(customer.xUserId(), customer);
        }
        if (!customer.handle().isEmpty()) {
            byHandle.put(customer.handle().toLowerCase(Locale.ROOT), customer);
        }
    }

    private static Optional<Customer> customer(List<String> fields) {
        String id = field(fields, 0);
        String handle = field(fields, 1).replaceFirst("^@", "");
        String tier = field(fields, 2);
        String reference = field(fields, 3);
        boolean fits = (id.isEmpty() || ID.matcher(id).matches())
                && (handle.isEmpty() || HANDLE.matcher(handle).matches())
                && !(id.isEmpty() && handle.isEmpty())
                && !tier.isEmpty()
                && tier.length() <= LONGEST_TIER
                && reference.length() <= LONGEST_REFERENCE;
        return fits ? Optional.of(new Customer(id, handle, tier, reference)) : Optional.empty();
    }

    private static String field(List<String> fields, int at) {
        return at < fields.size() ? fields.get(at).strip() : "";
    }

    /** Commas part fields; one in quotation marks may hold commas, and quotation marks twice. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (next == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(next);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
