package dev.heed.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the installation leaves in files: its logs, and what the simulated X knows of tokens. */
final class Papers {
    private static final Pattern TOKEN = Pattern.compile("\"(?:access|refresh)\":\"([^\"]{12,})\"");

    private Papers() {}

    /** Logs of parts in which one of the texts stands. */
    static List<String> logsHolding(Heed heed, List<String> texts) {
        try (Stream<Path> logs =
                Files.list(heed.installation().home().directory().resolve("logs"))) {
            return logs.filter(Files::isRegularFile)
                    .filter(log -> {
                        String content = read(log);
                        return texts.stream().anyMatch(content::contains);
                    })
                    .map(log -> log.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every token that X ever gave to Heed, access and refresh, for one user or all. */
    static List<String> tokens(Heed heed, String userId) {
        Path journal = heed.installation().home().of("x-simulator").resolve("journal");
        TreeSet<String> tokens = new TreeSet<>();
        read(journal)
                .lines()
                .filter(fact -> fact.contains("TokensGiven") && fact.contains(userId))
                .forEach(fact -> TOKEN.matcher(fact).results().forEach(found -> tokens.add(found.group(1))));
        return List.copyOf(tokens);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
