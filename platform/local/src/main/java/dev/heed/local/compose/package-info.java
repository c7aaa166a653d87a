/** Docker Compose in place of operating-system packages, for the parts that cannot be had otherwise. */
@NullMarked
package dev.heed.local.compose;

import org.jspecify.annotations.NullMarked;
