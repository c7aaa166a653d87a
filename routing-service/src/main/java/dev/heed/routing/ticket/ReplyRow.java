package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.PublishedReply;
import dev.heed.routing.ticket.life.TicketId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The table {@code ticket_reply}: the public answers on a ticket. */
@Entity(name = "ReplyRow")
@Table(name = "ticket_reply")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by of()
class ReplyRow {
    @Id
    String id;

    UUID ticketId;
    String postId;
    String inReplyTo;
    String text;
    String author;
    Instant publishedAt;

    static ReplyRow of(TicketId ticket, PublishedReply reply) {
        var row = new ReplyRow();
        row.id = reply.replyId();
        row.ticketId = ticket.value();
        row.postId = reply.postId();
        row.inReplyTo = reply.inReplyTo();
        row.text = reply.text();
        row.author = reply.author();
        row.publishedAt = reply.publishedAt();
        return row;
    }
}
