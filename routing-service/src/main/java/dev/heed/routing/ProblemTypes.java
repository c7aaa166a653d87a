package dev.heed.routing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Gives the problems that no resource raised (a wrong role, no such path) a stable type and words to act on. */
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        return switch (problem.getStatusCode()) {
            case 403 ->
                typed(problem, "wrong-role", "Your roles do not allow this. Ask an administrator for the role.");
            case 404 -> typed(problem, "not-found", "There is nothing at this address.");
            case 500 -> typed(problem, "failed", "This is a failure of ours. It is in the log of the routing service.");
            default -> problem;
        };
    }

    private static HttpProblem typed(HttpProblem problem, String slug, String detail) {
        return HttpProblem.builder(problem)
                .withType(URI.create("https://heed.dev/problems/" + slug))
                .withDetail(problem.getDetail() == null ? detail : problem.getDetail())
                .build();
    }
}
