package dev.heed.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.local.Installation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo users, each with a token that is fetched when needed and again shortly before it expires. */
final class People {
    private static final Duration MARGIN = Duration.ofSeconds(90);

    private final Installation installation;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    People(Installation installation) {
        this.installation = installation;
    }

    String token(String user) {
        Held held = tokens.compute(user, (name, known) -> known != null && known.isFresh() ? known : fetch(name));
        return held.token();
    }

    /** Forgets the token, since somebody refused it. */
    void forget(String user) {
        tokens.remove(user);
    }

    private Held fetch(String user) {
        String token = installation.token(user);
        return new Held(token, expiry(token).minus(MARGIN));
    }

    private static Instant expiry(String token) {
        try {
            String[] parts = token.split("\\.", -1);
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Instant.ofEpochSecond(claims.path("exp").asLong());
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException opaque) {
            return Instant.now().plus(Duration.ofMinutes(5));
        }
    }

    private record Held(String token, Instant goodUntil) {
        boolean isFresh() {
            return Instant.now().isBefore(goodUntil);
        }
    }
}
