package dev.heed.xsim.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a film.
 *
 * @param key X's media key: the number of its kind, an underscore, an id
 * @param url of the picture, or of the preview of a film
 */
public record Media(
        String key, Kind kind, String url, @Nullable String altText) {

    /** The kinds, with the number that X's keys of each begin with. */
    public enum Kind {
        @JsonProperty("photo")
        PHOTO(3),
        @JsonProperty("video")
        VIDEO(7),
        @JsonProperty("animated_gif")
        ANIMATED_GIF(16);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** X's name of it, such as {@code animated_gif}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.written().equals(name))
                    .findFirst();
        }
    }

    /** @param id unique among all media */
    public static Media of(Kind kind, long id, @Nullable String url, @Nullable String altText) {
        String folder = kind == Kind.PHOTO ? "media" : "ext_tw_video_thumb";
        String picture = url == null ? "https://pbs.twimg.com/" + folder + "/" + Long.toString(id, 36) + ".jpg" : url;
        return new Media(kind.number + "_" + id, kind, picture, altText);
    }
}
