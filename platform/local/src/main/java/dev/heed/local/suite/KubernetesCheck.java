package dev.heed.local.suite;

import dev.heed.local.HeedFailure;
import dev.heed.local.build.Maven;
import dev.heed.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds {@code k8s/check} and runs it on the manifests of the checkout; it says itself what it finds. */
public final class KubernetesCheck {
    private static final String CLASSPATH = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

    private final Home home;

    /** On the checkout of an installation. */
    public KubernetesCheck(Home home) {
        this.home = home;
    }

    /** The check's exit code: 0 holds, 1 broken, 2 nothing here renders manifests. */
    public int run() {
        Path module = home.checkout().resolve("k8s/check");
        Path target = module.resolve("target");
        Path list = target.resolve("classpath");
        List<String> arguments = List.of(
                "-B",
                "-q",
                "-f",
                module.resolve("pom.xml").toString(),
                "-Dspotless.check.skip=true",
                "compile",
                CLASSPATH,
                "-Dmdep.outputFile=" + list);
        new Maven(home).build(arguments, home.log("k8s-check-build"), line -> {});
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dslf4j.internal.verbosity=ERROR",
                            "-cp",
                            target.resolve("classes") + ":"
                                    + Files.readString(list).strip(),
                            "dev.heed.k8s.check.Main",
                            home.checkout().toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new HeedFailure("Cannot run the check of the manifests: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while the manifests were checked.", e);
        }
    }
}
