/**
 * What the tests of every module share: real parts, signed tokens, contracts as checks, and the house rules.
 *
 * <p>Test scope only. It knows no domain word and no service, and it never stands in for a real part with a fake.
 */
@NullMarked
package dev.heed.testing;

import org.jspecify.annotations.NullMarked;
