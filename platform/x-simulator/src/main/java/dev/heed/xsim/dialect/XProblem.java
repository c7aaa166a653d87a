package dev.heed.xsim.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An answer in which X refuses, as it was seen to do so.
 *
 * <p>Most 403s have the type {@code about:blank} and are told apart by their detail alone, so the details are X's to the letter.
 */
public record XProblem(int status, ObjectNode body) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one parameter. */
    public record Complaint(String parameter, String value, String message) {}

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(body).build();
    }

    public static XProblem unauthorized() {
        return blank(401, "Unauthorized", "Unauthorized");
    }

    public static XProblem forbidden(String detail) {
        return blank(403, "Forbidden", detail);
    }

    public static XProblem tooManyRequests() {
        return blank(429, "Too Many Requests", "Too Many Requests");
    }

    public static XProblem creditsDepleted() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", "CreditsDepleted");
        body.put("detail", "Your enrolled account does not have any credits to fulfill this request.");
        body.put("type", "https://api.x.com/2/problems/credits");
        return new XProblem(402, body.put("status", 402));
    }

    /** The other shape in which credits were seen to be spent. */
    public static XProblem creditsDepletedPlainly() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", "Payment Required");
        body.put("detail", "credits depleted");
        body.put("type", "https://api.x.com/2/problems/credits-depleted");
        return new XProblem(402, body.put("status", 402));
    }

    /** The other shape of too many requests, X's older one. */
    public static XProblem rateLimitExceeded() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("code", 88).put("message", "Rate limit exceeded");
        return new XProblem(429, body);
    }

    /** The posts that an app may read in a month are spent. */
    public static XProblem usageCapExceeded(Dialect dialect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", "UsageCapExceeded");
        body.put("detail", "Usage cap exceeded: Monthly product cap");
        body.put("period", "Monthly").put("scope", "Product");
        body.put("type", dialect.problem("usage-capped"));
        return new XProblem(429, body.put("status", 429));
    }

    public static XProblem appOnly() {
        return unsupported(
                "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are"
                        + " [OAuth 1.0a User Context, OAuth 2.0 User Context].");
    }

    /** A user's token where only the app's will do. */
    public static XProblem userToken() {
        return unsupported(
                "Authenticating with OAuth 2.0 User Context is forbidden for this endpoint.  Supported authentication types are"
                        + " [OAuth 2.0 Application-Only].");
    }

    private static XProblem unsupported(String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", "Unsupported Authentication");
        body.put("detail", detail);
        body.put("type", "https://api.twitter.com/2/problems/unsupported-authentication");
        return new XProblem(403, body.put("status", 403));
    }

    public static XProblem invalid(Dialect dialect, List<Complaint> complaints) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode errors = body.putArray("errors");
        for (Complaint complaint : complaints) {
            ObjectNode error = errors.addObject();
            error.putObject("parameters").putArray(complaint.parameter()).add(complaint.value());
            error.put("message", complaint.message());
        }
        body.put("title", "Invalid Request");
        body.put("detail", "One or more parameters to your request was invalid.");
        return new XProblem(400, body.put("type", dialect.problem("invalid-request")));
    }

    /** Something wrong in the JSON body of a request. */
    public static XProblem invalidBody(Dialect dialect, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("message", message).putObject("parameters");
        body.put("title", "Invalid Request");
        body.put("detail", "One or more parameters to your request was invalid.");
        return new XProblem(400, body.put("type", dialect.problem("invalid-request")));
    }

    /** The entry of an {@code errors} list in an answer of 200 that lacks what was asked for. */
    public static ObjectNode notFound(Dialect dialect, String resource, String parameter, String value) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("value", value);
        error.put(
                "detail",
                "Could not find " + resource + " with " + (parameter.equals("ids") ? "id" : parameter) + ": [" + value
                        + "].");
        error.put("title", "Not Found Error");
        error.put("resource_type", resource);
        error.put("parameter", parameter);
        error.put("resource_id", value);
        return error.put("type", dialect.problem("resource-not-found"));
    }

    /** The entry of an {@code errors} list for a post or an account that is there, but not for everybody. */
    public static ObjectNode notAuthorized(
            Dialect dialect, String resource, String parameter, String value, String section) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("value", value);
        error.put(
                "detail",
                "Sorry, you are not authorized to see the " + (resource.equals("tweet") ? "Tweet" : resource) + " with "
                        + parameter + ": [" + value + "].");
        error.put("title", "Authorization Error");
        error.put("resource_type", resource);
        error.put("parameter", parameter);
        error.put("resource_id", value);
        error.put("section", section);
        return error.put("type", dialect.problem("not-authorized-for-resource"));
    }

    /** The entry of an {@code errors} list for an account that X has suspended. */
    public static ObjectNode suspended(Dialect dialect, String parameter, String value) {
        ObjectNode error = notFound(dialect, "user", parameter, value);
        return error.put("detail", "User has been suspended: [" + value + "].").put("title", "Forbidden");
    }

    /** The entry of an {@code errors} list for what exists and cannot be had now. */
    public static ObjectNode unavailable(Dialect dialect, String resource, String id) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("title", "Resource Unavailable");
        error.put("detail", "The " + resource + " with id: [" + id + "] is not available at the moment.");
        error.put("resource_type", resource);
        error.put("parameter", "id");
        error.put("resource_id", id);
        return error.put("type", dialect.problem("resource-unavailable"));
    }

    /** What X answers with this status when nothing more is known. */
    public static XProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthorized();
            case 402 -> creditsDepleted();
            case 403 -> forbidden("Forbidden");
            case 429 -> tooManyRequests();
            case 503 -> blank(503, "Service Unavailable", "Service Unavailable");
            default -> blank(status, title(status), title(status));
        };
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    private static XProblem blank(int status, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("title", title);
        body.put("detail", detail);
        body.put("type", "about:blank");
        return new XProblem(status, body.put("status", status));
    }
}
