package dev.heed.audit.verification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Recomputes the whole log, page by page, up to the end that it finds. */
@ApplicationScoped
class VerifyLog {

    /** Keeps a page of long entries well under a hundred megabytes, and one page's hashing to some milliseconds. */
    private static final int PAGE = 500;

    private final Leaves leaves;

    VerifyLog(Leaves leaves) {
        this.leaves = leaves;
    }

    Uni<LogCheck> verify() {
        return from(LogCheck.begin());
    }

    private Uni<LogCheck> from(LogCheck sofar) {
        return leaves.after(sofar.checked() - 1, PAGE).chain(page -> {
            LogCheck check = sofar.after(page);
            boolean done = page.size() < PAGE || check.broken().isPresent();
            return done ? Uni.createFrom().item(check) : from(check);
        });
    }
}
