/**
 * The envelope that every event travels in, its codec, its trace and its identity.
 *
 * <p>Owns the CloudEvents form and nothing of what an event says: no word of the domain may enter here.
 */
@NullMarked
package dev.heed.messaging;

import org.jspecify.annotations.NullMarked;
