package dev.heed.routing.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A named list of words and phrases of the policy, ready to be looked for. Immutable after it is made. */
final class WordList {

    /** A phrase whose last word may stand for every word that begins so. */
    private record Phrase(List<String> words, boolean open) {

        boolean standsAt(List<String> tokens, int at) {
            int last = words.size() - 1;
            if (at + last >= tokens.size()) {
                return false;
            }
            for (int i = 0; i < last; i++) {
                if (!tokens.get(at + i).equals(words.get(i))) {
                    return false;
                }
            }
            String found = tokens.get(at + last);
            return open ? found.startsWith(words.get(last)) : found.equals(words.get(last));
        }
    }

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Map<Character, List<Phrase>> openWordsByFirstLetter = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();

    /** @param entries as written in the document: words, phrases, "stem*", or symbols without a letter or digit */
    WordList(Iterable<String> entries) {
        for (String entry : entries) {
            List<String> words = Words.tokensOf(entry);
            boolean open = entry.endsWith("*");
            if (words.isEmpty()) {
                symbols.add(entry);
            } else if (open && words.size() == 1) {
                openWordsByFirstLetter
                        .computeIfAbsent(words.getFirst().charAt(0), first -> new ArrayList<>())
                        .add(new Phrase(words, true));
            } else {
                byFirstWord
                        .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                        .add(new Phrase(words, open));
            }
        }
    }

    /** What of this list the text says, as the text says it, one item for each time. */
    List<String> foundIn(Words text) {
        var found = new ArrayList<String>();
        List<String> tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int length = longestAt(tokens, i);
            if (length > 0) {
                found.add(String.join(" ", tokens.subList(i, i + length)));
            }
        }
        for (String symbol : symbols) {
            if (text.bare().contains(symbol)) {
                found.add(symbol);
            }
        }
        return found;
    }

    private int longestAt(List<String> tokens, int at) {
        int longest = 0;
        for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(at), List.of())) {
            if (phrase.words().size() > longest && phrase.standsAt(tokens, at)) {
                longest = phrase.words().size();
            }
        }
        if (longest == 0 && isOpenWord(tokens, at)) {
            longest = 1;
        }
        return longest;
    }

    private boolean isOpenWord(List<String> tokens, int at) {
        for (Phrase word : openWordsByFirstLetter.getOrDefault(tokens.get(at).charAt(0), List.of())) {
            if (word.standsAt(tokens, at)) {
                return true;
            }
        }
        return false;
    }
}
