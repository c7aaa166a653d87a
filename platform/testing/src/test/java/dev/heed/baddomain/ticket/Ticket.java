package dev.heed.baddomain.ticket;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A domain record that reads a table and looks at the wall clock. */
record Ticket(String id) {
    static Ticket load(Connection connection) throws SQLException {
        return new Ticket(connection.getCatalog());
    }

    boolean isLate(Instant due) {
        return Instant.now().isAfter(due);
    }
}
