package dev.heed.messaging.broker;

import java.io.IOException;

/** The broker has something else under one of our names: nothing may flow until a person has put it right. */
final class TopologyMismatch extends IOException {

    private static final long serialVersionUID = 1L;

    TopologyMismatch(String detail, Throwable cause) {
        super(detail, cause);
    }
}
