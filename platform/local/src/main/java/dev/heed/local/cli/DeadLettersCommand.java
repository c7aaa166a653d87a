package dev.heed.local.cli;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.broker.DeadLetters;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at what services could not work, and gives it back to them. */
@Command(
        name = "dead-letters",
        description = "Shows messages that a service could not work, with the reason, and moves them back.",
        mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Runnable {
    private static final int BODY = 160;

    private final Installation installation;
    private final Console console;

    /** Of an installation. */
    public DeadLettersCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /** Without a word more, the list of queues. */
    @Override
    public void run() {
        list("", 20);
    }

    @Command(
            name = "list",
            description = "Counts the dead letters of every queue, or shows those of one.",
            mixinStandardHelpOptions = true)
    void list(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "QUEUE",
                            defaultValue = "",
                            description = "Such as routing.mentions.")
                    String queue,
            @Option(
                            names = {"-n", "--limit"},
                            defaultValue = "20",
                            description = "How many to show; default ${DEFAULT-VALUE}.")
                    int limit) {
        DeadLetters letters = installation.deadLetters();
        if (!queue.isEmpty()) {
            List<DeadLetters.DeadLetter> found = letters.look(queue, limit);
            found.forEach(this::show);
            console.line(found.isEmpty() ? "No dead letters of " + queue + "." : "");
            return;
        }
        List<DeadLetters.DeadQueue> queues = letters.queues();
        for (DeadLetters.DeadQueue one : queues) {
            console.line(String.format(Locale.ROOT, "%8d  %s", one.messages(), one.queue()));
            if (one.messages() > 0) {
                letters.look(one.queue(), 3).forEach(this::show);
            }
        }
        if (queues.isEmpty()) {
            console.line("The broker has no dead-letter queues yet; they are made when the services start.");
        }
    }

    @Command(
            name = "replay",
            description =
                    "Moves the dead letters of a queue back to it, oldest first, each confirmed before it is taken.",
            mixinStandardHelpOptions = true)
    void replay(@Parameters(paramLabel = "QUEUE", description = "Such as routing.mentions.") String queue) {
        console.line("Moved " + installation.deadLetters().replay(queue) + " back to " + queue + ".");
    }

    private void show(DeadLetters.DeadLetter letter) {
        console.line("          " + letter.id() + "  " + letter.type());
        console.line("            reason: " + letter.reason());
        console.line("            "
                + (letter.body().length() > BODY ? letter.body().substring(0, BODY) + "..." : letter.body()));
    }
}
