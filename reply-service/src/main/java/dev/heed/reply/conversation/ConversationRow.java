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

    @Nullable
    String latestPostId;

    /** Separated by spaces. */
    String postIds = "";

    /** Separated by spaces. */
    String withdrawnIds = "";

    /** Separated by spaces. */
    String messageIds = "";

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
                ids(postIds),
                ids(withdrawnIds),
                ids(messageIds),
                traceparent);
    }

    private static List<String> ids(String separated) {
        return separated.isEmpty() ? List.of() : List.of(separated.split(" "));
    }
}
