package dev.heed.xsim.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file of facts, one JSON object a line.
 *
 * <p>A line that a crash tore in two is the last one and was never answered for: reading cuts it off. Without a file nothing is kept.
 */
final class Journal {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final @Nullable FileChannel channel;
    private final @Nullable Path file;

    Journal(@Nullable Path file, List<Class<? extends Fact>> kinds) {
        kinds.forEach(json::registerSubtypes);
        this.file = file;
        this.channel = file == null ? null : open(file);
    }

    /** Every fact so far, oldest first. */
    List<Fact> read() {
        List<Fact> facts = new ArrayList<>();
        if (file == null || channel == null) {
            return facts;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    facts.add(json.readValue(bytes, start, i - start, Fact.class));
                    start = i + 1;
                }
            }
            channel.truncate(start).position(start);
            return facts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The journal " + file + " cannot be read", unreadable);
        }
    }

    /** Hands the fact to the operating system, so that it survives the death of this process. */
    void append(Fact fact) {
        if (channel == null) {
            return;
        }
        try {
            ByteBuffer line = ByteBuffer.wrap(
                    (json.writerFor(Fact.class).writeValueAsString(fact) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("A fact that is no JSON: " + fact, wrong);
        } catch (IOException full) {
            throw new UncheckedIOException("The journal " + file + " cannot be written", full);
        }
    }

    void clear() {
        if (channel == null) {
            return;
        }
        try {
            channel.truncate(0).position(0);
        } catch (IOException stuck) {
            throw new UncheckedIOException("The journal " + file + " cannot be emptied", stuck);
        }
    }

    private static FileChannel open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw new UncheckedIOException("The journal " + file + " cannot be opened", refused);
        }
    }
}
