package dev.heed.audit.entry;

import dev.heed.web.Cursor;
import dev.heed.web.PageRequest;
import dev.heed.web.Pages;
import dev.heed.web.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log for people who may see it: to find entries, to read one, and to fetch the bytes that its hash commits to. */
@Path("/api/audit/entries")
@Tag(name = "Entries", description = "The permanent record of what was decided, meant, posted and refused")
@RolesAllowed({"compliance", "admin", "lead"})
class EntryResource {

    private static final Pages<Long> PAGES = Pages.of("entries", Cursor.ofPosition());

    private final EntrySearch entries;

    EntryResource(EntrySearch entries) {
        this.entries = entries;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Find entries, newest first",
            description = "All given filters must hold. A page has up to `limit` entries (1 to 200, 50 if not given);"
                    + " give its `next` back as `cursor` for the entries before it.")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "400", description = "A kind, cursor or limit that does not exist (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    public Uni<EntryPage> find(
            @Parameter(description = "ticket, intent, response, refusal, unknown, conflict or finding")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "X user id of the account") @QueryParam("account") @Nullable String account,
            @Parameter(description = "Ticket id") @QueryParam("ticket") @Nullable String ticket,
            @Parameter(description = "Reply id") @QueryParam("reply") @Nullable String reply,
            @Parameter(description = "Id of a post on X: of our response, or of the post that a ticket is about")
                    @QueryParam("post")
                    @Nullable
                    String post,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        PageRequest<Long> page = PAGES.asked(Optional.ofNullable(cursor), limit);
        Kind wanted = kind == null ? null : kind(kind);
        return entries.find(new EntryQuery(wanted, account, ticket, reply, post, page))
                .map(found ->
                        page.cut(found, StoredEntry::index).map(EntryView::of).as(EntryPage::new));
    }

    @GET
    @Path("/{index: \\d{1,18}}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read one entry", description = "By its index in the log, from 0.")
    @APIResponse(responseCode = "200", description = "The entry")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    @APIResponse(responseCode = "404", description = "The log has no entry of this index (problem+json)")
    public Uni<EntryView> at(@PathParam("index") long index) {
        return entries.at(index).map(found -> found.map(EntryView::of).orElseThrow(() -> unknown(index)));
    }

    @GET
    @Path("/{index: \\d{1,18}}/bytes")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Fetch an entry's exact bytes",
            description =
                    "Canonical JSON (RFC 8785) as stored. SHA-256 over a zero byte and these bytes is the leaf hash"
                            + " (RFC 6962), which the ETag carries in base64.")
    @APIResponse(responseCode = "200", description = "The bytes")
    @APIResponse(responseCode = "304", description = "If-None-Match names this leaf hash")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not for this role (problem+json)")
    @APIResponse(responseCode = "404", description = "The log has no entry of this index (problem+json)")
    public Uni<Response> bytes(@PathParam("index") long index, @Context Request request) {
        return entries.at(index).map(found -> {
            StoredEntry entry = found.orElseThrow(() -> unknown(index));
            EntityTag tag = new EntityTag(entry.leafHash().base64());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            return (unchanged == null ? Response.ok(entry.bytes()).tag(tag) : unchanged).build();
        });
    }

    private static Kind kind(String word) {
        return Kind.of(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.of(
                        400,
                        "unknown-kind",
                        "There is no such kind of entry",
                        "kind is one of ticket, intent, response, refusal, unknown, conflict, finding."));
    }

    private static Problem unknown(long index) {
        return Problem.of(
                404,
                "unknown-entry",
                "No such entry",
                "The log has no entry " + index + ". Its indices begin at 0 and have no gap.");
    }
}
