package dev.heed.reply.guard;

import java.util.List;
import java.util.regex.Pattern;

/** Keeps e-mail addresses out of public replies. */
final class EmailGuard implements Guard {
    private static final String NAME = "private-data.email";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");
    private static final String REASON =
            "This looks like an e-mail address. Everybody reads a public reply: ask for it, or give it, in a direct message.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> findings(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> new Check(NAME, Verdict.BLOCK, REASON, new Span(found.start(), found.end())))
                .toList();
    }

    @Override
    public String allClear() {
        return "No e-mail address found.";
    }
}
