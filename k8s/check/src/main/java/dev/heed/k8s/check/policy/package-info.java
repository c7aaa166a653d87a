/**
 * Our own rules, which no schema knows: each is a pure function over all objects of one rendering.
 */
@NullMarked
package dev.heed.k8s.check.policy;

import org.jspecify.annotations.NullMarked;
