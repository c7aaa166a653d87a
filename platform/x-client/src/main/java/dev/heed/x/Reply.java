package dev.heed.x;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP response, reduced to what is read of it. Header names are in lower case. */
record Reply(int status, Map<String, String> headers, String body) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** A refusal may quote what it refuses, and its words are shown to people: without these. What is given stays whole. */
    Reply without(List<String> secrets) {
        if (status >= 200 && status < 300) {
            return this;
        }
        String words = body;
        for (String secret : secrets) {
            words = secret.isEmpty() ? words : words.replace(secret, "(secret)");
        }
        return new Reply(status, headers, words);
    }
}
