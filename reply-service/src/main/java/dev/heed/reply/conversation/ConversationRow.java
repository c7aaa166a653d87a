package dev.heed.reply.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code conversation}. Read only: {@link Conversations} writes by upsert, so that the highest version wins. */
@Entity
@Immutable
@Table(name = "conversation")
class ConversationRow {
    @Id
    String ticketId = "";

    long version;

    String accountId = "";

    String accountHandle = "";

    @Nullable
    String customerHandle;

    String status = "";

    @Nullable
    String owner;

    @Nullable
    String policyVersion;

    String latestPostId = "";

    /** Separated by spaces. */
    String postIds = "";

    @Nullable
    String traceparent;

    Conversation asConversation() {
        return new Conversation(
                ticketId,
                version,
                accountId,
                accountHandle,
                customerHandle,
                status,
                owner,
                policyVersion,
                latestPostId,
                postIds.isEmpty() ? List.of() : List.of(postIds.split(" ")),
                traceparent);
    }
}
