package dev.heed.local.demo;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The conversations that ship with the project: two brands, two languages, written for it. */
public final class Sample {
    /** Who writes the mention whose way the demo tells. */
    static final String HERO = "june_castell";

    /** The brand that she writes to. */
    static final String BRAND = "OrrinMobile";

    private Sample() {}

    /** The recording as text. */
    public static String csv() {
        try (InputStream in = Sample.class.getResourceAsStream("/sample/conversations.csv")) {
            if (in == null) {
                throw new HeedFailure("The sample is missing from this build; build platform/local anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new HeedFailure("Cannot read the sample: " + e.getMessage(), e);
        }
    }
}
