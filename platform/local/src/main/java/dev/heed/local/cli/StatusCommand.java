package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.port.PortOwners;
import dev.heed.local.process.Proc;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what runs. */
@Command(
        name = "status",
        description = "Shows each part: whether it serves, its process, memory and ports. Exit code 1 if any does not.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    /** Of an installation. */
    public StatusCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Installation.Status> parts = installation.status();
        console.heading(row("part", "state", "pid", "memory", "ports"));
        boolean allServe = true;
        for (Installation.Status part : parts) {
            boolean serves = part.process().isPresent() && part.healthy();
            allServe &= serves;
            console.line(row(
                    part.part().name(),
                    state(part),
                    part.process().map(process -> Long.toString(process.pid())).orElse("-"),
                    part.process()
                            .map(process -> Proc.memory(process.pid()) + " MB")
                            .orElse("-"),
                    ports(part)));
        }
        console.line("");
        console.line("Home: " + installation.home().directory() + "   Heed: "
                + installation.home().origin());
        return allServe ? 0 : 1;
    }

    private static String state(Installation.Status part) {
        if (part.process().isPresent()) {
            return part.healthy() ? "serves" : "starts or ails";
        }
        // Something answers on our port that is not our process.
        return part.healthy() ? "foreign" : "stopped";
    }

    private static String ports(Installation.Status part) {
        List<String> texts = part.part().ports().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(port -> port.getValue() + " " + port.getKey() + taken(part, port.getValue()))
                .toList();
        return String.join(", ", texts);
    }

    private static String taken(Installation.Status part, int port) {
        if (part.process().isPresent() || PortOwners.free(port)) {
            return "";
        }
        return " (held by " + PortOwners.owner(port).orElse("another user's process") + ")";
    }

    private static String row(String part, String state, String pid, String memory, String ports) {
        return String.format(Locale.ROOT, "%-12s %-15s %-8s %-8s %s", part, state, pid, memory, ports);
    }
}
