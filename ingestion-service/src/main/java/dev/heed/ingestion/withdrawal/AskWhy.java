package dev.heed.ingestion.withdrawal;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XUser;
import dev.heed.x.XUsers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks about the authors of posts that are not for us to see: X keeps quiet of whether they are protected or suspended until
 * it is asked for them. What cannot be learnt stays {@link Reason#UNAVAILABLE}; the posts are erased all the same.
 */
@ApplicationScoped
class AskWhy {

    private final XApi x;
    private final AskX door;

    AskWhy(XApi x, AskX door) {
        this.x = x;
        this.door = door;
    }

    /** The findings, with better reasons where there are some. */
    Uni<Map<LookUp, Finding>> about(AccountId account, Map<LookUp, Finding> findings, Bearer.Ready bearer) {
        List<String> authors = findings.entrySet().stream()
                .filter(entry -> entry.getValue().equals(new Finding.Gone(Reason.UNAVAILABLE)))
                .map(entry -> entry.getKey().authorId())
                .distinct()
                .toList();
        return authors.isEmpty()
                ? Uni.createFrom().item(findings)
                : door.ask(
                                new Ask(Endpoint.USERS_BY_IDS, account, bearer.key()),
                                () -> x.usersByIds(authors, bearer.token()),
                                found -> Reads.users(
                                        found.users().stream().map(XUser::id).toList()))
                        .map(asked ->
                                asked instanceof Asked.Answered<XUsers>(XAnswer.Given<XUsers>(XUsers users, var _))
                                        ? better(findings, users)
                                        : findings);
    }

    private static Map<LookUp, Finding> better(Map<LookUp, Finding> findings, XUsers users) {
        Map<LookUp, Finding> better = new LinkedHashMap<>(findings);
        better.replaceAll((post, finding) -> finding.equals(new Finding.Gone(Reason.UNAVAILABLE))
                ? new Finding.Gone(reason(post.authorId(), users))
                : finding);
        return better;
    }

    private static Reason reason(String author, XUsers users) {
        Optional<XUser> shown =
                users.users().stream().filter(user -> user.id().equals(author)).findFirst();
        if (shown.isPresent()) {
            return Boolean.TRUE.equals(shown.get().closed()) ? Reason.PROTECTED : Reason.UNAVAILABLE;
        }
        String words = users.missing().getOrDefault(author, "").toLowerCase(Locale.ROOT);
        return words.contains("suspended") ? Reason.SUSPENDED : Reason.UNAVAILABLE;
    }
}
