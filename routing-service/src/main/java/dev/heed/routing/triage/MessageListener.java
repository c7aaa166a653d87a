package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.Trace;
import dev.heed.messaging.inlet.Inlets;
import dev.heed.routing.post.Account;
import dev.heed.routing.post.AuthorContext;
import dev.heed.routing.post.Customer;
import dev.heed.routing.post.Surroundings;
import dev.heed.routing.ticket.Posts;
import dev.heed.routing.ticket.TicketsOfCustomers;
import dev.heed.routing.ticket.TicketsOfCustomers.Whose;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketId;
import dev.heed.routing.triage.MessageReceivedV1.MessageV1;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hears direct messages: one joins the ticket that its sender has open with the account, else the ticket of its own
 * conversation.
 */
@ApplicationScoped
class MessageListener {

    private final Inlets inlets;
    private final Posts posts;
    private final TicketsOfCustomers customers;
    private final TriageMentions mentions;

    MessageListener(Inlets inlets, Posts posts, TicketsOfCustomers customers, TriageMentions mentions) {
        this.inlets = inlets;
        this.posts = posts;
        this.customers = customers;
        this.mentions = mentions;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch("routing.messages", this::hear);
    }

    private Uni<Void> hear(SqlConnection connection, List<Envelope> events) {
        List<MessageReceivedV1> received =
                events.stream().map(MessageReceivedV1::of).toList();
        List<Whose> senders = received.stream().map(MessageListener::sender).toList();
        return posts.lockForHearing(connection)
                .chain(() -> customers.latest(connection, senders))
                .chain(known -> {
                    var heard = new ArrayList<HeardPost>();
                    for (int i = 0; i < events.size(); i++) {
                        heard.add(message(
                                received.get(i),
                                known,
                                Trace.continueFrom(events.get(i).traceparent())));
                    }
                    return mentions.triage(connection, heard);
                });
    }

    private static HeardPost message(
            MessageReceivedV1 received, Map<Whose, TicketsOfCustomers.Known> customers, String traceparent) {
        MessageV1 message = received.message();
        Optional<TicketsOfCustomers.Known> known = Optional.ofNullable(customers.get(sender(received)));
        Customer customer = new Customer(
                message.senderId(),
                Optional.ofNullable(message.senderHandle())
                        .or(() -> known.map(TicketsOfCustomers.Known::handle))
                        .orElse(message.senderId()),
                Optional.ofNullable(message.senderName())
                        .or(() -> known.map(TicketsOfCustomers.Known::name))
                        .orElse(Objects.requireNonNullElse(message.senderHandle(), message.senderId())));
        return new HeardPost(
                message.id(),
                HeardPost.Version.only(message.id()),
                known.flatMap(TicketsOfCustomers.Known::open)
                        .orElseGet(() ->
                                TicketId.of(received.account().id(), message.conversationId(), message.senderId())),
                new Account(received.account().id(), received.account().handle()),
                customer,
                message.conversationId(),
                message.text(),
                HeardPost.MESSAGE,
                true,
                null,
                message.createdAt(),
                received.heardAt(),
                new Surroundings(
                        Optional.ofNullable(received.author())
                                .map(AuthorV1::context)
                                .orElse(AuthorContext.NONE),
                        null,
                        MediaV1.media(message.media()),
                        null,
                        null),
                traceparent);
    }

    private static Whose sender(MessageReceivedV1 received) {
        return new Whose(received.account().id(), received.message().senderId());
    }
}
