package dev.heed.local.build;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The services and what stands around them as programs.
 *
 * <p>A program runs from a copy that bears its fingerprint, never from Maven's folder: a build would change the files of
 * a running JVM under its feet. {@code HEED_BUILD=packaged} takes what Maven last packaged without asking whether it is
 * new; the test run sets it, being inside Maven itself.
 */
public final class Programs {
    private static final Pattern MODULE = Pattern.compile("Building (Heed :: .+?) \\S+ +\\[(\\d+/\\d+)]");
    private static final int KEPT = 3;

    private final Home home;
    private final Software software;

    /** The programs of an installation's checkout. */
    public Programs(Home home) {
        this.home = home;
        this.software = new Software(home);
    }

    /** Builds in one go whatever is not built from the sources as they are now. */
    public void ensure(List<Module> modules, Console console) {
        List<Module> stale = packagedOnly()
                ? List.of()
                : modules.stream()
                        .filter(module -> !Files.isDirectory(copy(module)))
                        .toList();
        if (!stale.isEmpty()) {
            build(stale, console);
            stale.forEach(this::keep);
        }
    }

    /** Where a module's program stands, ready to run. */
    public Path program(Module module) {
        return packagedOnly() ? keep(module) : copy(module);
    }

    private void build(List<Module> stale, Console console) {
        String names = String.join(",", stale.stream().map(Module::folder).toList());
        console.doing("building " + names.replace(",", ", ") + " (the first time takes minutes)");
        List<String> arguments =
                List.of("-B", "-pl", names, "-am", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "package");
        new Maven(home).build(arguments, home.log("maven-build"), line -> {
            Matcher module = MODULE.matcher(line);
            if (module.find()) {
                console.doing("building " + module.group(1) + " " + module.group(2));
            }
        });
    }

    private Path keep(Module module) {
        Path packaged = module.packaged(home.checkout());
        Path copy = software.once(name(module), folder -> {
            if (!Files.exists(packaged)) {
                throw new HeedFailure("There is no program in " + packaged + "; build it: mvn package");
            }
            copyTree(packaged, folder);
        });
        forgetOldest(module);
        return copy;
    }

    private Path copy(Module module) {
        return home.software().resolve(name(module));
    }

    private String name(Module module) {
        return module.shortName() + "-"
                + (packagedOnly()
                        ? "packaged-" + module.packagedFingerprint(home.checkout())
                        : module.fingerprint(home.checkout()));
    }

    private static boolean packagedOnly() {
        return Surroundings.get("HEED_BUILD").filter("packaged"::equals).isPresent();
    }

    private void forgetOldest(Module module) {
        try (Stream<Path> all = Files.list(home.software())) {
            all.filter(path -> path.getFileName().toString().matches(module.shortName() + "-(packaged-)?[0-9a-f]{16}"))
                    .sorted(Comparator.comparing(Programs::modified).reversed())
                    .skip(KEPT)
                    .filter(path -> !inUse(path))
                    .forEach(Software::delete);
        } catch (IOException e) {
            throw new HeedFailure("Cannot look into " + home.software() + ": " + e.getMessage(), e);
        }
    }

    /** Whether some process was started from the folder, perhaps by another installation. */
    private static boolean inUse(Path folder) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to.resolve(from.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
