/**
 * X Activity: who wants to be told of what, and the events that come of it. Hands events over, carries none itself.
 */
@NullMarked
package dev.heed.xsim.activity;

import org.jspecify.annotations.NullMarked;
