package dev.heed.local.demo;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.replay.Replay;
import dev.heed.local.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./heed demo}. Exits with 0 when every claim of the report holds, else with 1; leaves everything running. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts what does not run yet, plays the shipped conversations, shows one mention on its way from the"
                        + " post to the sealed entry, and closes with the report. Everything stays up.")
public final class DemoCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Option(
            names = "--speed",
            defaultValue = "45",
            description =
                    "How many times faster than written the conversations are played; the default takes half a minute.")
    private double speed;

    /** Over one installation. */
    public DemoCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        installation.up(console);
        console.line("");
        Report report =
                new Replay(installation, console).of(Sample.csv(), new Replay.Manner(speed, Integer.MAX_VALUE, true));
        new TellStory(installation, console).ofTheHero();
        report.print(console);
        new WhatNext(installation, console).print();
        return report.clean() ? 0 : 1;
    }
}
