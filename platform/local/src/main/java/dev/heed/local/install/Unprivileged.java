package dev.heed.local.install;

import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs that refuse to run as root.
 *
 * <p>For root, a user namespace in which it is nobody: the program sees no root, and the files stay where and whose they
 * are. Where such namespaces are forbidden, the program runs as the user {@code nobody}, who is given the folder.
 */
public final class Unprivileged {
    private Unprivileged() {}

    /** Whether we are root. */
    public static boolean root() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The command as it must be called by us. The folder is what the program writes to. */
    public static List<String> command(Path folder, List<String> command) {
        if (!root()) {
            return command;
        }
        if (succeeds(List.of("unshare", "-U", "true"))) {
            return prefixed(List.of("unshare", "-U"), command);
        }
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        if (!succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))
                || !succeeds(prefixed(nobody, List.of("test", "-w", folder.toString())))) {
            throw new HeedFailure("As root, " + command.getFirst() + " has to run as another user, who cannot reach "
                    + folder + ". Call Heed as an ordinary user, or set HEED_HOME to a folder below /var/tmp.");
        }
        return prefixed(nobody, command);
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return List.copyOf(all);
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
