package dev.heed.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outage, which passes and is waited for, from a failure that the message, or the request, itself causes.
 *
 * <p>SQLSTATE classes: 08 connection, 40 serialization and deadlock, 53 resources, 57P operator.
 */
public final class Outages {

    private static final Set<String> CLASSES = Set.of("08", "40", "53");

    private Outages() {}

    public static boolean isOutage(Throwable failure) {
        int depth = 0;
        for (@Nullable Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof MalformedEvent || cause instanceof JsonProcessingException) {
                return false;
            }
            if (says(cause)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static boolean says(Throwable cause) {
        return switch (cause) {
            case PgException postgres -> isPassing(postgres.getSqlState());
            case SQLException wrapped -> isPassing(wrapped.getSQLState());
            case ClosedConnectionException closed -> true;
            case IOException unreachable -> true;
            case VertxException said -> isOfConnection(said);
            case NoStackTraceThrowable said -> isOfConnection(said);
            default -> false;
        };
    }

    /** Vert.x says in words alone that a connection was closed under a statement. */
    private static boolean isOfConnection(Throwable said) {
        return said.getMessage() != null && said.getMessage().contains("onnection");
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (CLASSES.contains(sqlState.substring(0, 2)) || sqlState.startsWith("57P"));
    }
}
