package dev.heed.ingestion.intake;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.ingestion.mention.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts on within a page: whose second mention it is, is no stranger. */
final class AuthorTally {

    private record Key(AccountId account, String authorId) {}

    private AuthorTally() {}

    /** @param fresh mentions that are new, oldest first, each with its author as known before all of them */
    static List<Heard> inOrder(List<Heard> fresh) {
        Map<Key, AuthorContext> known = new HashMap<>();
        List<Heard> counted = new ArrayList<>();
        for (Heard heard : fresh) {
            Mention mention = heard.mention();
            Key key = new Key(mention.account(), mention.post().authorId());
            AuthorContext author = known.getOrDefault(key, heard.author());
            counted.add(new Heard(mention, heard.parent(), author));
            known.put(key, author.afterOneMore(mention.heardAt()));
        }
        return counted;
    }
}
