/**
 * A faithful X API v2 for one machine and for tests. This package holds only its configuration.
 */
@NullMarked
package dev.heed.xsim;

import org.jspecify.annotations.NullMarked;
