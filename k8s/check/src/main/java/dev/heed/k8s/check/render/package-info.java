/**
 * From folders to objects, by the tool that a cluster's people use too. Must not read a kustomization itself.
 */
@NullMarked
package dev.heed.k8s.check.render;

import org.jspecify.annotations.NullMarked;
