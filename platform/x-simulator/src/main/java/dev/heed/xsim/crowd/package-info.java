/**
 * Crowds: many people who all write to somebody within a short time. Posts through the front door of {@code post}.
 */
@NullMarked
package dev.heed.xsim.crowd;

import org.jspecify.annotations.NullMarked;
