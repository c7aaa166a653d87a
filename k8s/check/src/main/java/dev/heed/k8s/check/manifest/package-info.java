/**
 * Rendered objects and what one asks of them. Must not judge them.
 */
@NullMarked
package dev.heed.k8s.check.manifest;

import org.jspecify.annotations.NullMarked;
