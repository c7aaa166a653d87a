package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Mentions;
import dev.heed.x.XPost;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Takes posts in: those not heard before are stored and announced, in the caller's transaction; the rest does nothing. */
@ApplicationScoped
public class TakeIn {

    private final Mentions mentions;

    TakeIn(Mentions mentions) {
        this.mentions = mentions;
    }

    /**
     * @param posts newest first, as X pages them; they are heard oldest first
     * @return the mentions that are new
     */
    public Uni<List<Mention>> take(SqlConnection connection, Hearing hearing, List<XPost> posts) {
        List<Mention> heard = posts.reversed().stream()
                .map(hearing::of)
                .flatMap(Optional::stream)
                .toList();
        return mentions.add(connection, heard);
    }
}
