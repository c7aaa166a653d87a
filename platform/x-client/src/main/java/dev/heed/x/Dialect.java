package dev.heed.x;

/**
 * Which of X's two vocabularies a request is written in. Answers are read in either, whichever was asked for.
 *
 * <p>{@link #POSTS} is that of X's document 2.167, where author and references are expansions; {@link #TWEETS} that of
 * 2.166 and before.
 */
public enum Dialect {
    POSTS(
            "post.fields",
            "attachments,conversation_id,created_at,entities,id,lang,note_post,text",
            "author_id,referenced_posts,in_reply_to_user_id,edit_history_post_ids,attachments.media_keys"),
    TWEETS(
            "tweet.fields",
            "attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,id,in_reply_to_user_id,lang,"
                    + "note_tweet,referenced_tweets,text",
            "author_id,in_reply_to_user_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys");

    final String fieldsName;
    final String fields;
    final String expansions;

    Dialect(String fieldsName, String fields, String expansions) {
        this.fieldsName = fieldsName;
        this.fields = fields;
        this.expansions = expansions;
    }
}
