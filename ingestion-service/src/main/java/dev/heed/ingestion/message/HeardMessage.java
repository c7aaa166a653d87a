package dev.heed.ingestion.message;

import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.x.XMedia;
import java.util.List;

/**
 * A message with what is told along with it and not kept here.
 *
 * @param media as far as X described them
 * @param author who wrote it, as known before it
 */
record HeardMessage(Message message, List<XMedia> media, AuthorContext author) {

    HeardMessage {
        media = List.copyOf(media);
    }

    HeardMessage by(AuthorContext known) {
        return new HeardMessage(message, media, known);
    }

    /** Tells everything but what was said and shown, and by whom. */
    @Override
    public String toString() {
        return "HeardMessage[" + message.id() + "]";
    }
}
