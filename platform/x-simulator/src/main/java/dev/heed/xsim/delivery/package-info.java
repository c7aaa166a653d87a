/**
 * Carries activities to webhooks: signed, in time, again when it failed, and wrongly on demand. Knows what was delivered, not why.
 */
@NullMarked
package dev.heed.xsim.delivery;

import org.jspecify.annotations.NullMarked;
