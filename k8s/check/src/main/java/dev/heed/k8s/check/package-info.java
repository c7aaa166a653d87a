/**
 * The check of the manifests as a whole: owns what is checked and how it is told. Must not know a cluster.
 */
@NullMarked
package dev.heed.k8s.check;

import org.jspecify.annotations.NullMarked;
