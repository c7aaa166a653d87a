package dev.heed.crmsample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Consumer;

/** The customers of a file, read again when the file changes. While it cannot be read, what was read last is believed. */
final class CustomerFile {

    private static final Version NONE = new Version(FileTime.fromMillis(0), -1);

    /** What tells one content from another without reading it. */
    private record Version(FileTime changed, long size) {}

    private final Path path;
    private final Consumer<String> complain;
    private Version version = NONE;
    private CustomerList customers = CustomerList.read(List.of(), line -> {});
    private boolean complained;

    /** @param complain told in words when the file, or a line of it, cannot be read */
    CustomerFile(Path path, Consumer<String> complain) {
        this.path = path;
        this.complain = complain;
    }

    /** As the file is now. */
    synchronized CustomerList now() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            Version present = new Version(attributes.lastModifiedTime(), attributes.size());
            if (!present.equals(version)) {
                customers = CustomerList.read(Files.readAllLines(path, StandardCharsets.UTF_8), complain);
                version = present;
            }
            complained = false;
        } catch (IOException e) {
            if (!complained) {
                complain.accept("The file of customers cannot be read: " + e);
            }
            complained = true;
        }
        return customers;
    }
}
