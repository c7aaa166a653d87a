package dev.heed.reply.publication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a lead's word on an unknown outcome. */
record SettleRequest(
        @Schema(description = "published: the post is on X; absent: it is not")
        @Pattern(regexp = "published|absent", message = "must be published or absent")
        @NotBlank(message = "must be published or absent")
        @Nullable
        String outcome,

        @Schema(description = "The post's id; needed when published")
        @Pattern(regexp = "[0-9]{1,19}", message = "must be a post id of X: up to 19 digits")
        @Nullable
        String postId,

        @Schema(description = "How you know; kept for good")
        @NotBlank(message = "say how you know")
        @Size(max = 1000)
        @Nullable
        String reason) {}
