package dev.heed.local;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Where a command speaks: plain lines, one thought each, safe to call from several threads. */
public final class Console {
    private final PrintWriter out;
    private final boolean colour;

    private Console(PrintWriter out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /** The terminal; colour only where a person looks on. */
    public static Console standard() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        return over(System.out, terminal && System.getenv("NO_COLOR") == null);
    }

    /** A console over any stream, for tests and programs. */
    public static Console over(PrintStream stream, boolean colour) {
        return new Console(new PrintWriter(stream, true, StandardCharsets.UTF_8), colour);
    }

    /** A console that keeps silent. */
    public static Console silent() {
        return over(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), false);
    }

    /** One line as it is. */
    public void line(String text) {
        out.println(text);
    }

    /** A step that was done, with the time it took. */
    public void done(String what, Duration took) {
        line("  " + paint("32", "ok") + "  " + what + "  "
                + paint("2", String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)));
    }

    /** A step that is under way. */
    public void doing(String what) {
        line("  " + paint("2", "..") + "  " + what);
    }

    /** Something that did not go well. */
    public void trouble(String what) {
        line("  " + paint("31", "!!") + "  " + what);
    }

    /** A heading. */
    public void heading(String text) {
        line(paint("1", text));
    }

    /** The text in a terminal colour where there is a terminal. */
    public String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
