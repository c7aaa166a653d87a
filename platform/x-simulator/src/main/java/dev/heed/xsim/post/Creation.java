package dev.heed.xsim.post;

/** What came of the wish to post. */
public sealed interface Creation {

    record Taken(Post post) implements Creation {}

    record Refused(Reason reason) implements Creation {}

    /** X's reasons, with X's words. */
    enum Reason {
        DUPLICATE(403, "You are not allowed to create a Tweet with duplicate content."),
        NOT_SUMMONED(
                403,
                "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of"
                        + " the post you are replying to."),
        TARGET_GONE(403, "You attempted to reply to a Tweet that is deleted or not visible to you."),
        QUOTED_GONE(403, "You attempted to quote a Tweet that is deleted or not visible to you."),
        TOO_LONG(
                403,
                "Your Tweet text is too long. For more information on how Twitter determines text length see"
                        + " https://github.com/twitter/twitter-text."),
        SUSPENDED(403, "Your account is suspended and is not permitted to access this feature."),
        EDITED_GONE(403, "You attempted to edit a Tweet that is deleted or not visible to you."),
        NOT_EDITABLE(403, "This Tweet is no longer eligible to be edited."),
        EMPTY(400, "$.text: must not be empty");

        private final int status;
        private final String detail;

        Reason(int status, String detail) {
            this.status = status;
            this.detail = detail;
        }

        public int status() {
            return status;
        }

        public String detail() {
            return detail;
        }
    }
}
