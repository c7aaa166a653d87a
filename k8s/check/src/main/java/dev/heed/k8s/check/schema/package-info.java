/**
 * What Kubernetes and the operators say an object looks like. Must not know our own rules.
 */
@NullMarked
package dev.heed.k8s.check.schema;

import org.jspecify.annotations.NullMarked;
