package dev.heed.k8s.check.render;

import dev.heed.k8s.check.manifest.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Renders a folder as {@code kubectl apply -k} would, without a cluster. */
public final class Kustomize {

    /** What to say where none is to be had. */
    public static final String MISSING =
            "Nothing here renders a kustomization. Install kubectl 1.22 or newer, or kustomize 4.1 or"
                    + " newer (pkgs.k8s.io has both as packages; Debian 12's own kubernetes-client is too old), and call again.";

    private static final List<List<String>> KNOWN =
            List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"));

    private final List<String> command;

    private Kustomize(List<String> command) {
        this.command = command;
    }

    /** The first of kubectl and kustomize that renders this folder, which is a small one with all that we use. */
    public static Optional<Kustomize> find(Path probe) {
        return KNOWN.stream()
                .map(Kustomize::new)
                .filter(candidate -> candidate.renders(probe))
                .findFirst();
    }

    private boolean renders(Path probe) {
        try {
            return !render(probe).all().isEmpty();
        } catch (RenderingFailed e) {
            return false;
        }
    }

    public Manifests render(Path folder) {
        List<String> call = new java.util.ArrayList<>(command);
        call.add(folder.toString());
        try {
            Process process = new ProcessBuilder(call)
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
            String errors;
            String output;
            try (var out = process.getInputStream();
                    var err = process.getErrorStream()) {
                output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                errors = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new RenderingFailed(String.join(" ", call) + ": " + errors.strip());
            }
            return Manifests.parse(output);
        } catch (IOException e) {
            throw new RenderingFailed(call.getFirst() + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RenderingFailed("interrupted");
        }
    }

    /** Why a folder gave no objects. */
    public static final class RenderingFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RenderingFailed(String why) {
            super(why);
        }
    }
}
