/** Tests of the room of the same name. */
@NullMarked
package dev.heed.k8s.check;

import org.jspecify.annotations.NullMarked;
