/**
 * Owns how a service encrypts what its database must not show.
 *
 * <p>Must not know what is encrypted, nor where it is kept.
 */
@NullMarked
package dev.heed.secrets;

import org.jspecify.annotations.NullMarked;
