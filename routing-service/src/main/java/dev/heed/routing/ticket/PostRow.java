package dev.heed.routing.ticket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code ticket_post}: a post is on exactly one ticket. */
@Entity(name = "PostRow")
@Table(name = "ticket_post")
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by of()
class PostRow {
    @Id
    String id;

    UUID ticketId;
    String text;
    String authorId;
    String authorHandle;
    String kind;

    @Nullable
    String inReplyTo;

    Instant createdAt;
    Instant heardAt;

    static PostRow of(HeardPost post) {
        var row = new PostRow();
        row.id = post.id();
        row.ticketId = post.ticketId().value();
        row.text = post.text();
        row.authorId = post.author().id();
        row.authorHandle = post.author().handle();
        row.kind = post.kind();
        row.inReplyTo = post.inReplyTo();
        row.createdAt = post.createdAt();
        row.heardAt = post.heardAt();
        return row;
    }
}
