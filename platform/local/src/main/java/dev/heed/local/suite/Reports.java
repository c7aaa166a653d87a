package dev.heed.local.suite;

import dev.heed.local.HeedFailure;
import dev.heed.local.build.Software;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The XML reports of Surefire and Failsafe in the modules of a checkout. */
final class Reports {
    private static final List<String> FOLDERS = List.of("target/surefire-reports", "target/failsafe-reports");
    private static final int LONGEST_MESSAGE = 300;

    private final List<Path> modules;

    Reports(List<Path> modules) {
        this.modules = List.copyOf(modules);
    }

    /** Deletes those of earlier runs, which would be counted again. */
    void clear() {
        folders().forEach(Software::delete);
    }

    Tally count() {
        return folders()
                .filter(Files::isDirectory)
                .flatMap(Reports::files)
                .map(Reports::read)
                .reduce(Tally.NONE, Tally::plus);
    }

    private Stream<Path> folders() {
        return modules.stream().flatMap(module -> FOLDERS.stream().map(module::resolve));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new HeedFailure("Cannot look into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** One file: each test case ends well unless it holds a failure, an error or a skip. */
    static Tally read(Path file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            Cases cases = new Cases();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    cases.begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    cases.end(xml.getLocalName());
                }
            }
            return cases.tally();
        } catch (IOException | XMLStreamException e) {
            // A runner that was killed leaves half a file; its tests must not be taken for passed.
            return Tally.failure(file.getFileName() + " cannot be read: " + e.getMessage());
        }
    }

    private static final class Cases {
        private final List<String> failures = new ArrayList<>();
        private int passed;
        private int skipped;
        private String name = "";
        private String end = "";
        private String message = "";

        void begin(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "testcase" -> {
                    name = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
                    end = "passed";
                    message = "";
                }
                case "failure", "error" -> {
                    end = "failed";
                    message = firstLine(xml.getAttributeValue(null, "message"));
                }
                case "skipped" -> end = "skipped";
                default -> {}
            }
        }

        void end(String element) {
            if (!element.equals("testcase")) {
                return;
            }
            switch (end) {
                case "failed" -> failures.add(message.isEmpty() ? name : name + "\n        " + message);
                case "skipped" -> skipped++;
                default -> passed++;
            }
        }

        private static String firstLine(@Nullable String text) {
            String line = text == null ? "" : text.strip().lines().findFirst().orElse("");
            return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
        }

        Tally tally() {
            return new Tally(passed, failures.size(), skipped, failures);
        }
    }
}
