package dev.heed.k8s.check.policy;

import dev.heed.k8s.check.manifest.Manifests;
import java.util.List;

/** One rule over all objects of a rendering: says what breaks it, in words; nothing if it holds. */
@FunctionalInterface
public interface Rule {

    List<String> broken(Manifests manifests);
}
