package dev.heed.local;

import dev.heed.local.build.Module;
import dev.heed.local.build.Programs;
import dev.heed.local.compose.Compose;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.part.Part;
import dev.heed.local.part.Together;
import java.util.List;
import java.util.Set;

/** The order of a start: refuse nonsense, build, containers, existing parts, then all processes side by side. */
final class Starting {
    private final Home home;
    private final Secrets secrets;
    private final Console console;
    private final Blueprint blueprint;

    Starting(Home home, Secrets secrets, Console console) {
        this.home = home;
        this.secrets = secrets;
        this.console = console;
        this.blueprint = new Blueprint(home, secrets);
    }

    void start(Set<String> names, Together together) {
        for (String name : names) {
            if (!Blueprint.NAMES.contains(name)) {
                throw new HeedFailure("There is no part '" + name + "'. Parts: " + String.join(", ", Blueprint.NAMES));
            }
        }
        List<Part> processes = blueprint.processes().stream()
                .filter(part -> names.contains(part.name()))
                .toList();
        List<Module> programs = blueprint.services().modules(processes);
        new Programs(home).ensure(programs, console);
        Set<String> containers = blueprint.containers();
        containers.retainAll(names);
        blueprint.configureContainers(containers);
        new Compose(home, secrets).up(containers, console);
        blueprint.settleElsewhere(containers);
        together.start(processes);
    }
}
