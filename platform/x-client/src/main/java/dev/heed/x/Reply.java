package dev.heed.x;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP response, reduced to what is read of it. Header names are in lower case. */
record Reply(int status, Map<String, String> headers, String body) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
