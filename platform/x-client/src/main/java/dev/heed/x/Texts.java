package dev.heed.x;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.Serial;
import java.util.regex.Pattern;

/**
 * Every text of X's, without what nobody can keep or pass on: no database of ours has a place for NUL, and no encoding one for
 * half of a surrogate pair. A post must not be lost for one, and least of all those beside it.
 */
final class Texts extends JsonNodeFactory {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    @Override
    public TextNode textNode(String text) {
        return super.textNode(isPlain(text) ? text : UNKEEPABLE.matcher(text).replaceAll("\uFFFD"));
    }

    /** As nearly all are: a page has thousands. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == 0 || Character.isSurrogate(at)) {
                return false;
            }
        }
        return true;
    }
}
