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

        /** Nobody need wait for it: something here is to be set, or X refuses this installation; says what. */
        record CannotAsk(String why) implements Answer {}

        /** A limit or the money is spent, for now. */
        record NotNow(String why) implements Answer {}

        /** X was asked and did not answer. */
        record Silent(String cause) implements Answer {}
    }

    /** @param handle without @ */
    Uni<Answer> byHandle(String handle);

    /** Of these up to 100 those that X shows now; none where it does not tell. */
    Uni<List<XUser>> byIds(List<AccountId> ids);
}
