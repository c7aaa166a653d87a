package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.suite.KubernetesCheck;
import picocli.CommandLine.Command;

/** What can be said of the Kubernetes manifests without a cluster. */
@Command(
        name = "k8s",
        description = "Checks the Kubernetes manifests without a cluster.",
        mixinStandardHelpOptions = true)
public final class K8sCommand implements Runnable {
    private final Installation installation;
    private final Console console;

    /** On the checkout of an installation. */
    public K8sCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public void run() {
        console.line("Say what: ./heed k8s check");
    }

    @Command(name = "check", description = "Renders base and overlays and checks them against schemas and policies.")
    int check() {
        return new KubernetesCheck(installation.home()).run();
    }
}
