package dev.heed.xsim.post;

import dev.heed.xsim.ledger.Minted;

/** A post was taken. */
public record Posted(Post post) implements Minted {
    @Override
    public long mintedId() {
        return post.id().value();
    }
}
