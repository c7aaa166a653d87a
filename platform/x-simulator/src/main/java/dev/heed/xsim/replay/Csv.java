package dev.heed.xsim.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values after RFC 4180.
 *
 * <p>A quote that is not closed where its field ends would swallow other lines: the line where it opens is given up and reading goes
 * on with the next line.
 */
final class Csv {

    /** One record and the line, from 1, on which it starts. {@code broken}: a quote on it does not close where its field ends. */
    record Line(int number, List<String> fields, boolean broken) {}

    private final String text;
    private int at;
    private int number = 1;

    private Csv(String text) {
        this.text = text;
    }

    static List<Line> read(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Line> lines = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Line line = csv.line();
            if (line.broken || !line.fields.equals(List.of(""))) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Line line() {
        int start = at;
        int first = number;
        List<String> fields = new ArrayList<>();
        while (true) {
            Optional<String> field = at < text.length() && text.charAt(at) == '"' ? quoted() : Optional.of(plain());
            if (field.isEmpty()) {
                int end = text.indexOf('\n', start);
                at = end < 0 ? text.length() : end + 1;
                number = first + 1;
                return new Line(first, List.of(), true);
            }
            fields.add(field.get());
            if (at >= text.length()) {
                return new Line(first, fields, false);
            }
            if (text.charAt(at++) == '\n') {
                number++;
                return new Line(first, fields, false);
            }
        }
    }

    /** Up to the comma or the end of the line, which is left to be read. */
    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        boolean endsLine = at == text.length() || text.charAt(at) == '\n';
        int end = endsLine && at > start && text.charAt(at - 1) == '\r' ? at - 1 : at;
        return text.substring(start, end);
    }

    /** Empty when the quote never closes, or closes in the middle of a field: then it was none of the ends that it seems. */
    private Optional<String> quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
                number += c == '\n' ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                String rest = plain();
                return rest.isEmpty() ? Optional.of(field.toString()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
