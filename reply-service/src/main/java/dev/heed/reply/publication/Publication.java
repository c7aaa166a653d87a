package dev.heed.reply.publication;

/** A reply on its way to X, and where it stands. */
record Publication(Reply reply, PublicationState state) {

    Publication in(PublicationState next) {
        return new Publication(reply, next);
    }
}
