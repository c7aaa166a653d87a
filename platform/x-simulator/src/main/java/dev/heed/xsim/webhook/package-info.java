/**
 * The addresses to which X pushes, and the challenge (CRC) by which each proves that it knows the app's consumer secret. Pushes nothing itself.
 */
@NullMarked
package dev.heed.xsim.webhook;

import org.jspecify.annotations.NullMarked;
