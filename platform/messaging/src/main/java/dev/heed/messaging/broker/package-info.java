/**
 * The connection to the broker, its topology and confirmed publishing.
 *
 * <p>The only room that speaks AMQP. Must not touch a database.
 */
@NullMarked
package dev.heed.messaging.broker;

import org.jspecify.annotations.NullMarked;
