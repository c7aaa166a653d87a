/**
 * What the app owes X: what was shown to whom, billed once per resource and UTC day, and whether credits are left. Knows no HTTP but usage.
 */
@NullMarked
package dev.heed.xsim.billing;

import org.jspecify.annotations.NullMarked;
