/** Tests of the room of the same name. */
@NullMarked
package dev.heed.audit.tree;

import org.jspecify.annotations.NullMarked;
