package dev.heed.local.home;

/**
 * The ports of one installation, all on 127.0.0.1.
 *
 * <p>Invariant: every port stays below 32768, the start of the ephemeral range, where a client could connect to itself.
 *
 * @param offset added to every port, 0 to 7000
 */
public record Ports(int offset) {
    private static final int HIGHEST_OFFSET = 7000;

    /** Refuses an offset that would leave the range. */
    public Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new IllegalArgumentException(
                    "HEED_PORT_OFFSET must lie between 0 and " + HIGHEST_OFFSET + ", not " + offset);
        }
    }

    public int gateway() {
        return 8080 + offset;
    }

    public int ingestion() {
        return 8101 + offset;
    }

    public int routing() {
        return 8102 + offset;
    }

    public int reply() {
        return 8103 + offset;
    }

    public int audit() {
        return 8104 + offset;
    }

    public int keycloak() {
        return 8180 + offset;
    }

    public int keycloakTls() {
        return 8543 + offset;
    }

    public int keycloakManagement() {
        return 9180 + offset;
    }

    public int simulator() {
        return 9100 + offset;
    }

    public int customerRecords() {
        return 9110 + offset;
    }

    public int postgres() {
        return 15432 + offset;
    }

    public int amqp() {
        return 5673 + offset;
    }

    public int amqpManagement() {
        return 15673 + offset;
    }

    /** Erlang's distribution port of the broker. */
    public int amqpNode() {
        return 25673 + offset;
    }

    /** Erlang's port mapper, a private one, since the usual one outlives its nodes. */
    public int portMapper() {
        return 4370 + offset;
    }
}
