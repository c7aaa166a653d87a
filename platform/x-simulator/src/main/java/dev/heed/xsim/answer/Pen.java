package dev.heed.xsim.answer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes JSON as it comes. A page of a hundred posts has some three thousand values: as a tree they would be made, kept and gone through
 * again, only to be thrown away. Commas are the pen's matter; that names are different, and that items stand in lists, is the writer's.
 */
public final class Pen {

    /** What a page of a hundred posts takes, and one thing. */
    private static final int PAGE = 1 << 17;

    private static final int ONE = 1 << 10;

    private final StringBuilder out;
    private boolean first = true;

    private Pen(int room) {
        out = new StringBuilder(room);
    }

    /** An object with these members. */
    static byte[] object(Consumer<Pen> members) {
        return object(PAGE, members);
    }

    private static byte[] object(int room, Consumer<Pen> members) {
        Pen pen = new Pen(room);
        pen.within('{', '}', members);
        return pen.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same as a tree, for what is seldom asked for. */
    public static ObjectNode tree(Consumer<Pen> members) {
        return JsonText.tree(object(ONE, members));
    }

    public Pen put(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    public Pen put(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    public Pen put(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** A member that is an object with these members. */
    public Pen put(String name, Consumer<Pen> members) {
        name(name);
        return within('{', '}', members);
    }

    /** A member that is a list, with one item for each of these. */
    public <T> Pen list(String name, Iterable<T> things, BiConsumer<Pen, T> item) {
        name(name);
        return within('[', ']', pen -> things.forEach(thing -> item.accept(pen, thing)));
    }

    /** The same, but left out when there are none. */
    public <T> Pen some(String name, Collection<T> things, BiConsumer<Pen, T> item) {
        return things.isEmpty() ? this : list(name, things, item);
    }

    public Pen add(String item) {
        comma();
        quote(item);
        return this;
    }

    public Pen add(long item) {
        comma();
        out.append(item);
        return this;
    }

    /** An item that was made as a tree. */
    public Pen add(ObjectNode item) {
        comma();
        out.append(item);
        return this;
    }

    /** An item that is an object with these members. */
    public Pen add(Consumer<Pen> members) {
        comma();
        return within('{', '}', members);
    }

    private Pen within(char open, char close, Consumer<Pen> content) {
        out.append(open);
        first = true;
        content.accept(this);
        out.append(close);
        first = false;
        return this;
    }

    private void name(String name) {
        comma();
        out.append('"').append(name).append("\":");
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, out);
        }
        out.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }
}
