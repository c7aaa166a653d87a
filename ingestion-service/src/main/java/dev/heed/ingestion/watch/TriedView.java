package dev.heed.ingestion.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.ingestion.account.Account;
import dev.heed.x.XPost;
import dev.heed.x.XUser;
import dev.heed.x.query.QueryProblem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a query finds, or what is wrong with it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TriedQuery")
record TriedView(
        @Schema(description = "As X was asked; absent where it was not") @Nullable
        String asked,

        @Schema(description = "What is wrong, in words; empty if nothing is")
        List<ProblemView> problems,

        @Schema(description = "The newest posts that it finds, up to 10")
        List<SampleView> posts,

        @Nullable VolumeView volume,
        WatchView.AnswerableView answerable) {

    /** What is wrong with a query. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QueryProblem")
    record ProblemView(
            @Schema(description = "First character of the part in question, from 0; absent if X refused the whole")
            @Nullable
            Integer start,

            @Schema(description = "Just after its last character") @Nullable
            Integer end,

            String words) {

        static ProblemView of(QueryProblem problem) {
            return new ProblemView(problem.start(), problem.end(), problem.words());
        }
    }

    /** A post that the query finds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SamplePost")
    record SampleView(
            String id,
            String text,
            @Nullable String authorHandle,
            Instant createdAt,
            @Nullable String lang) {

        static SampleView of(XPost post) {
            XUser author = post.author();
            return new SampleView(
                    post.id(), post.text(), author == null ? null : author.username(), post.createdAt(), post.lang());
        }
    }

    /** How much it finds, and what that costs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QueryVolume")
    record VolumeView(
            @Schema(description = "How many posts of the last seven days match; absent if more than 10 do") @Nullable
            Integer lastSevenDays,

            @Schema(description = "How many a day, by the newest posts")
            double postsADay,

            @Schema(description = "What listening to it costs a day, in millionths of a dollar, at X's price of a read")
            long microsADay,

            @Schema(description = "And in 30 days") long microsAMonth) {

        static VolumeView of(Tried.Volume volume, long postMicros) {
            long day = volume.microsADay(postMicros);
            return new VolumeView(
                    volume.isAll() ? (Integer) volume.shown() : null,
                    Math.round(volume.postsADay() * 10) / 10.0,
                    day,
                    Math.round(30 * volume.postsADay() * postMicros));
        }
    }

    static TriedView found(Tried.Found found, Account account, long postMicros) {
        return new TriedView(
                found.asked(),
                List.of(),
                found.sample().stream().map(SampleView::of).toList(),
                VolumeView.of(found.volume(), postMicros),
                WatchView.AnswerableView.ofWatches(account));
    }

    static TriedView wrong(List<ProblemView> problems, Account account) {
        return new TriedView(null, problems, List.of(), null, WatchView.AnswerableView.ofWatches(account));
    }
}
