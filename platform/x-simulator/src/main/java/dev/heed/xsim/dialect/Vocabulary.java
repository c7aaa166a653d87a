package dev.heed.xsim.dialect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that X takes for {@code *.fields} and {@code expansions}, of its documents 2.167 and (old) 2.166. */
final class Vocabulary {

    static final List<String> POST_FIELDS = words("""
            article article_title attachments card_uri community_id context_annotations
            conversation_id created_at display_text_range edit_controls entities geo id lang
            matched_media_notes media_metadata non_public_metrics note_post note_request_suggestions
            organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics
            reply_settings scopes source suggested_source_links suggested_source_links_with_counts
            text withheld""");

    static final List<String> TWEET_FIELDS = words("""
            article attachments author_id card_uri community_id context_annotations conversation_id
            created_at display_text_range edit_controls edit_history_tweet_ids entities geo id
            in_reply_to_user_id lang matched_media_notes media_metadata non_public_metrics
            note_request_suggestions note_tweet organic_metrics paid_partnership possibly_sensitive
            promoted_metrics public_metrics referenced_tweets reply_settings scopes source
            suggested_source_links suggested_source_links_with_counts text withheld""");

    static final List<String> POST_EXPANSIONS = words("""
            article.cover_media article.media_entities attachments.media_keys
            attachments.media_source_tweet attachments.poll_ids author_id edit_history_post_ids
            entities.mentions.username geo.place_id in_reply_to_user_id referenced_posts username""");

    static final List<String> TWEET_EXPANSIONS = words("""
            article.cover_media article.media_entities attachments.media_keys
            attachments.media_source_tweet attachments.poll_ids author_id edit_history_tweet_ids
            entities.mentions.username geo.place_id in_reply_to_user_id
            entities.note.mentions.username referenced_tweets.id
            referenced_tweets.id.attachments.media_keys referenced_tweets.id.author_id""");

    static final List<String> USER_FIELDS = words("""
            confirmed_email connection_status created_at description entities id is_identity_verified
            location name parody profile_banner_url profile_image_url protected public_metrics
            receives_your_dm subscribes_to_you subscription subscription_type url username verified
            verified_followers_count verified_type withheld""");

    static final List<String> OLD_USER_FIELDS = words("""
            affiliation confirmed_email connection_status created_at description entities id
            is_identity_verified location most_recent_tweet_id name parody pinned_tweet_id
            profile_banner_url profile_image_url protected public_metrics receives_your_dm
            subscription subscription_type url username verified verified_followers_count
            verified_type withheld""");

    static final List<String> USER_EXPANSIONS = words("""
            affiliation most_recent_post_id pinned_post_id""");

    static final List<String> OLD_USER_EXPANSIONS = words("""
            affiliation.user_id most_recent_tweet_id pinned_tweet_id""");

    static final List<String> MESSAGE_FIELDS = words("""
            attachments created_at dm_conversation_id entities event_type id text""");

    static final List<String> OLD_MESSAGE_FIELDS = words("""
            attachments created_at dm_conversation_id entities event_type id participant_ids
            referenced_tweets sender_id text""");

    static final List<String> MESSAGE_EXPANSIONS = words("""
            attachments.media_keys participant_ids referenced_posts sender_id""");

    static final List<String> OLD_MESSAGE_EXPANSIONS = words("""
            attachments.media_keys participant_ids referenced_tweets.id sender_id""");

    static final List<String> MEDIA_FIELDS = words("""
            alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url
            promoted_metrics public_metrics type url variants width""");

    static final List<String> POLL_FIELDS = words("""
            duration_minutes end_datetime id options voting_status""");

    private Vocabulary() {}

    /** Every value that a parameter of this name can have at any endpoint. */
    static Set<String> values(Dialect dialect, String parameter) {
        return switch (parameter) {
            case "expansions" ->
                Stream.of(dialect.postExpansions(), dialect.userExpansions(), dialect.messageExpansions())
                        .flatMap(List::stream)
                        .collect(Collectors.toUnmodifiableSet());
            case "user.fields" -> Set.copyOf(dialect.userFields());
            case "dm_event.fields" -> Set.copyOf(dialect.messageFields());
            default -> Set.of();
        };
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
