package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.messaging.MalformedEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/** RFC 8785: one JSON value, one sequence of bytes. */
final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical bytes of a value.
     *
     * @throws MalformedEvent for text that is no Unicode (half of a surrogate pair), which RFC 8785 forbids and which
     *     would otherwise be written as a question mark without a word
     */
    static byte[] of(JsonNode value) {
        try {
            return utf8(new JsonCanonicalizer(value.toString()).getEncodedString());
        } catch (IOException e) {
            throw new MalformedEvent("a text in it is no Unicode, so it has no canonical JSON", e);
        }
    }

    private static byte[] utf8(String text) throws CharacterCodingException {
        ByteBuffer encoded = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
