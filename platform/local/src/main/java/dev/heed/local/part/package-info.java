/**
 * The parts of an installation: what one must tell to be started, watched until healthy and stopped, and how several are
 * started together. What PostgreSQL or a gateway needs belongs to their own rooms.
 */
@NullMarked
package dev.heed.local.part;

import org.jspecify.annotations.NullMarked;
