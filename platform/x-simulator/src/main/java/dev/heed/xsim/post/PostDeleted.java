package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.Fact;
import java.time.Instant;

/** A post was deleted; its text stays in the ledger alone. */
public record PostDeleted(PostId post, Instant at) implements Fact {}
