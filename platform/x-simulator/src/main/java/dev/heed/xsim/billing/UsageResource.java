package dev.heed.xsim.billing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.CurrentCall;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.dialect.XTime;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** X's endpoint that tells how many posts were read, by day. The totals come always, the days when asked for. */
@Path("/2/usage/tweets")
@Produces(MediaType.APPLICATION_JSON)
class UsageResource {

    private static final List<String> FIELDS = List.of(
            "cap_reset_day",
            "daily_client_app_usage",
            "daily_project_usage",
            "project_cap",
            "project_id",
            "project_usage");

    /** The simulated app and its project. */
    private static final String APP = "30000001";

    private static final int PROJECT = 1_700_000_001;

    private final Till till;
    private final CurrentCall call;

    UsageResource(Till till, CurrentCall call) {
        this.till = till;
        this.call = call;
    }

    @GET
    @Calling(Endpoint.USAGE)
    public Response usage(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters(), call.dialect(), List.of("days", "usage.fields"));
        int days = params.number("days", 1, 90, 7);
        Set<String> fields = params.some("usage.fields", FIELDS);
        if (params.wrong()) {
            return params.refusal().response();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode data = answer.putObject("data");
        data.put("project_id", Integer.toString(PROJECT));
        data.set("project_cap", number(till.cap()));
        data.set("project_usage", number(till.postReadsOfMonth()));
        data.put("cap_reset_day", 1);
        ArrayNode daily = daily(days);
        if (fields.contains("daily_project_usage")) {
            ObjectNode project = data.putObject("daily_project_usage");
            project.set("project_id", number(PROJECT));
            project.set("usage", daily);
        }
        if (fields.contains("daily_client_app_usage")) {
            data.putArray("daily_client_app_usage")
                    .addObject()
                    .put("client_app_id", APP)
                    .put("usage_result_count", daily.size())
                    .set("usage", daily.deepCopy());
        }
        return Response.ok(answer).build();
    }

    private ArrayNode daily(int days) {
        List<Day> all = till.days();
        LocalDate first = all.getLast().day().minusDays(days - 1L);
        ArrayNode daily = JsonNodeFactory.instance.arrayNode();
        all.stream()
                .filter(day -> !day.day().isBefore(first))
                .forEach(day -> daily.addObject()
                        .put("date", XTime.text(day.day().atStartOfDay().toInstant(ZoneOffset.UTC)))
                        .set("usage", number(day.postReads())));
        return daily;
    }

    /** The newer document writes numbers as text. */
    private ValueNode number(long value) {
        return call.dialect() == Dialect.TWEETS ? LongNode.valueOf(value) : TextNode.valueOf(Long.toString(value));
    }
}
