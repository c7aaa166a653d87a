package dev.heed.xsim.limit;

import dev.heed.xsim.call.Caller;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.ErrorShape;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * X's rate limits, per endpoint and caller: a window of fifteen minutes, and for posts and messages one of a day.
 *
 * <p>A call that is over one limit counts for none. {@code scale} multiplies all limits, so that a test can run into them, or a load
 * not. Not kept over a restart.
 */
@Singleton
public class Limits {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, Meter> meters = new HashMap<>();
    private final Map<Endpoint, Daily> daily = new EnumMap<>(Endpoint.class);
    private double scale = 1;
    private ErrorShape words = ErrorShape.PROBLEM;

    /** Calls of an endpoint in 24 hours; 0 for no limit. */
    private record Daily(int user, int app) {}

    /** One limit that a call is under. */
    private record Layer(String header, int limit, Meter meter) {}

    public synchronized Toll count(Endpoint endpoint, Caller caller, Instant now) {
        List<Layer> layers = layers(endpoint, caller);
        boolean paid = layers.stream().noneMatch(layer -> layer.meter.isSpent(layer.limit, now));
        Map<String, String> headers = new LinkedHashMap<>();
        for (Layer layer : layers) {
            if (paid) {
                layer.meter.count(now);
            }
            show(headers, layer, now);
        }
        return new Toll(paid, headers);
    }

    /** What a refusal shows though nobody reached a limit: the window as it is, with nothing left in it. Counts nothing. */
    public synchronized Map<String, String> asIfSpent(Endpoint endpoint, Caller caller, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Layer layer : layers(endpoint, caller)) {
            show(headers, layer, now);
        }
        headers.computeIfPresent("x-rate-limit-remaining", (name, left) -> "0");
        return headers;
    }

    private static void show(Map<String, String> headers, Layer layer, Instant now) {
        Meter.Reading reading = layer.meter.read(layer.limit, now);
        headers.put(layer.header + "-limit", Integer.toString(reading.limit()));
        headers.put(layer.header + "-remaining", Integer.toString(reading.remaining()));
        headers.put(layer.header + "-reset", Long.toString(reading.reset().getEpochSecond()));
    }

    /** Multiplies every limit from now on; a limit is never less than 1. Calls already counted stay counted. */
    public synchronized void scale(double factor) {
        scale = factor;
    }

    /** Limits an endpoint by day, per user and for the whole app, instead of X's own; 0 for no limit. */
    public synchronized void day(Endpoint endpoint, int user, int app) {
        daily.put(endpoint, new Daily(user, app));
    }

    /** Chooses the words of a refusal. */
    public synchronized void word(ErrorShape shape) {
        words = shape;
    }

    public synchronized ErrorShape words() {
        return words;
    }

    public synchronized void forget() {
        meters.clear();
        daily.clear();
        scale = 1;
        words = ErrorShape.PROBLEM;
    }

    private List<Layer> layers(Endpoint endpoint, Caller caller) {
        String who = switch (caller) {
            case Caller.App app -> "app";
            case Caller.Person person -> person.user().text();
        };
        int window = caller instanceof Caller.App ? endpoint.appWindow() : endpoint.userWindow();
        List<Layer> layers = new ArrayList<>();
        add(layers, "x-rate-limit", window, endpoint, who, WINDOW);
        Daily day = daily.getOrDefault(endpoint, new Daily(endpoint.userDay(), endpoint.appDay()));
        if (caller instanceof Caller.Person) {
            add(layers, "x-user-limit-24hour", day.user, endpoint, who, DAY);
        }
        add(layers, "x-app-limit-24hour", day.app, endpoint, "app", DAY);
        return layers;
    }

    private void add(List<Layer> layers, String header, int limit, Endpoint endpoint, String who, Duration length) {
        if (limit > 0) {
            Meter meter = meters.computeIfAbsent(header + "/" + endpoint + "/" + who, fresh -> new Meter(length));
            layers.add(new Layer(header, (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit * scale)), meter));
        }
    }
}
