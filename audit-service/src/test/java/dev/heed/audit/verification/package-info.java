/** Tests of the room of the same name. */
@NullMarked
package dev.heed.audit.verification;

import org.jspecify.annotations.NullMarked;
