/**
 * Packages of the operating system: which are missing, and getting them after saying so. Whether a part can run here at
 * all, and as which user.
 */
@NullMarked
package dev.heed.local.install;

import org.jspecify.annotations.NullMarked;
