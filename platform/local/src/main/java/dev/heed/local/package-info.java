/**
 * One private installation of Heed on one machine: every part started, watched and stopped.
 *
 * <p>Owns {@link dev.heed.local.Installation} (the door for programs) and {@link dev.heed.local.HeedCommand} (the door
 * for people). Must not know the domain: what a ticket or an entry is belongs to the services.
 */
@NullMarked
package dev.heed.local;

import org.jspecify.annotations.NullMarked;
