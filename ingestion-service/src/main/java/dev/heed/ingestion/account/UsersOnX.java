package dev.heed.ingestion.account;

import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Looks users up on X. Never fails. */
public interface UsersOnX {

    /** What X says of a handle. */
    sealed interface Answer {

        record Found(XUser user) implements Answer {}

        /** X knows no user of this handle, or shows it to nobody. */
        record Unknown() implements Answer {}

        /** @param cause why X did not tell, in words */
        record NotTold(String cause) implements Answer {}
    }

    /** @param handle without @ */
    Uni<Answer> byHandle(String handle);

    /** Of these up to 100 those that X shows now; none where it does not tell. */
    Uni<List<XUser>> byIds(List<AccountId> ids);
}
