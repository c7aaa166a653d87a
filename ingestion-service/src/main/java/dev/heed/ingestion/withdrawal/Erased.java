package dev.heed.ingestion.withdrawal;

/** A version of a post whose text was erased, with the account and the conversation that the post was heard in. */
record Erased(
        String postId,
        String firstId,
        String authorId,
        String accountId,
        String accountHandle,
        String conversationId,
        String traceparent) {}
