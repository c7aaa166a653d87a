package dev.heed.local.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into the records of RFC 4180: fields in quotes may hold commas, doubled quotes and line breaks.
 *
 * <p>A quote that is never closed would swallow the rest of the file, so such a record ends at its first line and is left
 * for its reader to reject.
 */
final class CsvRecords {
    private final String text;
    private int at;
    private int line = 1;

    private CsvRecords(String text) {
        this.text = text;
    }

    /** One record: its fields, and the line it begins on, from 1. */
    record CsvRecord(int line, List<String> fields, boolean closed) {}

    static List<CsvRecord> of(String text) {
        CsvRecords reader = new CsvRecords(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<CsvRecord> records = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            CsvRecord next = reader.next();
            if (next.fields().size() > 1 || !next.fields().getFirst().isBlank()) {
                records.add(next);
            }
        }
        return records;
    }

    static String write(List<String> fields) {
        List<String> quoted = fields.stream()
                .map(field -> field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"')
                .toList();
        return String.join(",", quoted) + "\n";
    }

    private CsvRecord next() {
        int begin = at;
        int firstLine = line;
        List<String> fields = new ArrayList<>();
        boolean more = true;
        while (more) {
            StringBuilder field = new StringBuilder();
            if (!readField(field)) {
                return givenUp(begin, firstLine);
            }
            fields.add(field.toString());
            more = at < text.length() && text.charAt(at) == ',';
            at += more ? 1 : 0;
        }
        endLine();
        return new CsvRecord(firstLine, fields, true);
    }

    /** Returns false at a quote that is never closed. */
    private boolean readField(StringBuilder field) {
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted && c == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    quoted = false;
                    continue;
                }
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                return true;
            }
            line += c == '\n' ? 1 : 0;
            field.append(c);
            at++;
        }
        return !quoted;
    }

    private CsvRecord givenUp(int begin, int firstLine) {
        int end = text.indexOf('\n', begin);
        at = end < 0 ? text.length() : end + 1;
        line = firstLine + 1;
        return new CsvRecord(firstLine, List.of(text.substring(begin, end < 0 ? text.length() : end)), false);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        }
    }
}
