package dev.heed.local.home;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration file with places written <code>@{name}</code>.
 *
 * <p>A place without a value is a failure, never an empty string.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("@\\{([a-zA-Z]+)\\}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** The template that stands beside a class as a resource. */
    public static Template beside(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new HeedFailure(
                        "The template " + name + " is missing from this build; build platform/local anew.");
            }
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HeedFailure("Cannot read the template " + name, e);
        }
    }

    /** A template from a text. */
    public static Template of(String text) {
        return new Template("text", text);
    }

    /** The text with every place filled. */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
    }

    private String value(Map<String, String> values, String place) {
        String value = values.get(place);
        if (value == null) {
            throw new HeedFailure("The template " + name + " has a place @{" + place + "} and nothing to put there.");
        }
        return value;
    }
}
