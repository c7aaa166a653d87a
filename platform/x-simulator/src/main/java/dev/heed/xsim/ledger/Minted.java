package dev.heed.xsim.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A fact that spent an id, which must not be minted again after a restart. */
public interface Minted extends Fact {

    @JsonIgnore
    long mintedId();
}
