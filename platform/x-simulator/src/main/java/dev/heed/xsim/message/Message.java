package dev.heed.xsim.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Post;
import java.time.Instant;

/** A direct message. Its conversation is named by both people's ids, the smaller first. */
public record Message(PostId id, UserId from, UserId to, String text, Instant createdAt, Post.By by) {

    @JsonIgnore
    public String conversation() {
        UserId first = from.compareTo(to) < 0 ? from : to;
        return first + "-" + (first.equals(from) ? to : from);
    }
}
