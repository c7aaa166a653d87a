package dev.heed.xsim.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values after RFC 4180.
 *
 * <p>A quote that never closes would swallow the rest of the file: the line where it opens is given up and reading goes on with the
 * next line.
 */
final class Csv {

    /** One record and the line, from 1, on which it starts. {@code broken}: its last quote never closes. */
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
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                    number += c == '\n' ? 1 : 0;
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                number++;
                fields.add(strip(field));
                return new Line(first, fields, false);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            int end = text.indexOf('\n', start);
            at = end < 0 ? text.length() : end + 1;
            number = first + 1;
            return new Line(first, List.of(), true);
        }
        fields.add(strip(field));
        return new Line(first, fields, false);
    }

    private static String strip(StringBuilder lastField) {
        int length = lastField.length();
        return length > 0 && lastField.charAt(length - 1) == '\r'
                ? lastField.substring(0, length - 1)
                : lastField.toString();
    }
}
