/** Tests of the room of the same name. */
@NullMarked
package dev.heed.audit.entry;

import org.jspecify.annotations.NullMarked;
