/**
 * Connections to the service's own database: how long one that has fallen silent is believed in.
 *
 * <p>Does not know what is asked over them.
 */
@NullMarked
package dev.heed.messaging.database;

import org.jspecify.annotations.NullMarked;
