/**
 * The control calls for what becomes of posts and people once they are there: edits, withholding, protection, suspension, lateness,
 * bursts, and what was served when.
 */
@NullMarked
package dev.heed.xsim.control.life;

import org.jspecify.annotations.NullMarked;
