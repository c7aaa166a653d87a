package dev.heed.xsim.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.xsim.attachment.Media;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A direct message. Its conversation is named by both people's ids, the smaller first. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Message(
        PostId id,
        UserId from,
        UserId to,
        String text,
        Instant createdAt,
        Post.By by,
        @Nullable List<Media> media) {

    public Message {
        media = media == null ? List.of() : List.copyOf(media);
    }

    @Override
    public List<Media> media() {
        return media == null ? List.of() : media;
    }

    @JsonIgnore
    public String conversation() {
        UserId first = from.compareTo(to) < 0 ? from : to;
        return first + "-" + (first.equals(from) ? to : from);
    }
}
