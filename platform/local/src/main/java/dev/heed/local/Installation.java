package dev.heed.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * One private installation: its home folder, its ports, its parts.
 *
 * <p>Opening it starts nothing. Part names: {@code postgres}, {@code rabbitmq}, {@code keycloak}, {@code gateway},
 * {@code x-simulator}, {@code ingestion}, {@code routing}, {@code reply}, {@code audit}.
 */
public final class Installation {
    private final Path home;
    private final int offset;

    private Installation(Path home, int offset) {
        this.home = home;
        this.offset = offset;
    }

    /**
     * An installation, whether it runs or not.
     *
     * @param home the folder that holds its data, logs and secrets
     * @param offset added to every port, so that several installations stand side by side
     */
    public static Installation open(Path home, int offset) {
        return new Installation(home, offset);
    }

    /** The folder that holds data, logs and secrets. */
    public Path home() {
        return home;
    }

    /** Starts what does not run yet and returns when every part is healthy. */
    public void up(Console console) {
        throw new HeedFailure("not wired yet" + console + offset);
    }

    /** Base URL of a part as this machine reaches it, without a trailing slash. */
    public URI url(String part) {
        throw new HeedFailure("unknown part " + part + offset);
    }

    /** A fresh bearer token of a demo user (agent, agent2, lead, compliance, admin), good for 15 minutes. */
    public String token(String user) {
        throw new HeedFailure("unknown user " + user);
    }
}
