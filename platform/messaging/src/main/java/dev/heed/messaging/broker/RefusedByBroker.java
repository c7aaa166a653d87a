package dev.heed.messaging.broker;

/** The broker is there and will not have this one message: it reached no queue, or a queue refused it. */
public final class RefusedByBroker extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedByBroker(String why) {
        super(why);
    }
}
