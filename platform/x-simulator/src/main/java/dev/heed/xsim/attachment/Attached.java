package dev.heed.xsim.attachment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The media and the poll of a post, of which X lets it have one or the other. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attached(
        @Nullable List<Media> media, @Nullable Poll poll) {

    public static final Attached NOTHING = new Attached(List.of(), null);

    public Attached {
        media = media == null ? List.of() : List.copyOf(media);
    }

    @Override
    public List<Media> media() {
        return media == null ? List.of() : media;
    }

    @JsonIgnore
    public boolean isNothing() {
        return media().isEmpty() && poll == null;
    }
}
