/**
 * The desk: the agents' page under {@code /desk}, made of static files, and the little that only it asks for.
 *
 * <p>Owns {@code META-INF/resources/desk}. The page uses the same API as everybody, with the session of the gateway; nothing here
 * knows tickets.
 */
@NullMarked
package dev.heed.routing.desk;

import org.jspecify.annotations.NullMarked;
