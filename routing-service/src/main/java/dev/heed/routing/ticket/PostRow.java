package dev.heed.routing.ticket;

import dev.heed.routing.post.Answerable;
import dev.heed.routing.post.AuthorContext;
import dev.heed.routing.post.Media;
import dev.heed.routing.post.Parent;
import dev.heed.routing.post.PostOrder;
import dev.heed.routing.post.Surroundings;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.TicketPosts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The table {@code ticket_post}: a post, or direct message, is on exactly one ticket, whatever the number of its versions. */
@Entity(name = "PostRow")
@Table(name = "ticket_post")
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // filled by Hibernate and Jackson, or by of()
class PostRow {
    @Id
    String id;

    UUID ticketId;
    String firstId;
    String versionId;
    String text;
    String authorId;
    String authorHandle;
    String kind;

    @Nullable
    Boolean addressed;

    @Nullable
    String inReplyTo;

    Instant createdAt;
    Instant heardAt;

    /** What the policy found in it, as a JSON array of texts. */
    @Nullable
    String evidence;

    /** A JSON array of {@link Media}. */
    @Nullable
    String media;

    @Nullable
    String parentId;

    @Nullable
    String parentAuthorId;

    @Nullable
    String parentAuthorHandle;

    @Nullable
    String parentText;

    @Nullable
    Instant parentCreatedAt;

    @Nullable
    String parentWithdrawn;

    @Nullable
    Long followers;

    @Nullable
    Boolean verified;

    @Nullable
    Instant memberSince;

    @Nullable
    Integer mentionsBefore;

    @Nullable
    Instant firstHeardAt;

    @Nullable
    String customerTier;

    @Nullable
    String watch;

    @Nullable
    Boolean byApi;

    @Nullable
    String byApiWhy;

    @Nullable
    Instant editedAt;

    @Nullable
    String withdrawnReason;

    @Nullable
    Instant withdrawnAt;

    /** When a direct message was erased because it had been kept long enough. */
    @Nullable
    Instant expiredAt;

    /** What stands on one ticket, by these rows of it. */
    static TicketPosts toTicketPosts(Collection<PostRow> rows) {
        return new TicketPosts(
                ids(rows, row -> !row.isPrivate()),
                ids(rows, PostRow::isPrivate),
                ids(rows, row -> row.withdrawnReason != null));
    }

    private static List<String> ids(Collection<PostRow> rows, Predicate<PostRow> which) {
        return rows.stream()
                .filter(which)
                .map(row -> row.id)
                .sorted(PostOrder.OLDEST_FIRST)
                .toList();
    }

    boolean isPrivate() {
        return kind.equals(HeardPost.MESSAGE);
    }

    static PostRow of(HeardPost post) {
        var row = new PostRow();
        row.id = post.id();
        row.ticketId = post.ticketId().value();
        row.firstId = post.version().firstId();
        row.versionId = post.version().id();
        row.editedAt = post.version().editedAt();
        row.text = post.text();
        row.authorId = post.author().id();
        row.authorHandle = post.author().handle();
        row.kind = post.kind();
        row.addressed = post.addressed();
        row.inReplyTo = post.inReplyTo();
        row.createdAt = post.createdAt();
        row.heardAt = post.heardAt();
        row.around(post.around());
        return row;
    }

    private void around(Surroundings around) {
        media = around.media().isEmpty() ? null : RowJson.writeInner(around.media());
        watch = around.watch();
        Answerable answerable = around.answerable();
        if (answerable != null) {
            byApi = answerable.byApi();
            byApiWhy = answerable.why();
        }
        Parent parent = around.parent();
        if (parent != null) {
            parentId = parent.id();
            parentAuthorId = parent.authorId();
            parentAuthorHandle = parent.authorHandle();
            parentText = parent.text();
            parentCreatedAt = parent.createdAt();
            parentWithdrawn = parent.withdrawn();
        }
        AuthorContext author = around.author();
        followers = author.followers();
        verified = author.verified();
        memberSince = author.since();
        mentionsBefore = author.mentionsBefore();
        firstHeardAt = author.firstHeardAt();
        customerTier = author.tier();
    }

    List<Media> attached() {
        return media == null ? List.of() : RowJson.readInner(media, Media.class);
    }

    List<String> found() {
        return evidence == null ? List.of() : RowJson.readInner(evidence, String.class);
    }
}
