package dev.heed.ingestion.webhook;

import dev.heed.ingestion.secret.Secrets;
import dev.heed.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where X delivers. Outside of /api: X has no token of ours, but a signature. */
@Path("/webhooks/x")
@Tag(name = "Webhook", description = "Where X tells of posts and messages by itself")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class WebhookResource {

    private static final int MOST_BYTES = 1 << 20;

    private final KeepDeliveries keeping;
    private final Signatures signatures;
    private final Secrets secrets;
    private final MeterRegistry meters;

    WebhookResource(KeepDeliveries keeping, Signatures signatures, Secrets secrets, MeterRegistry meters) {
        this.keeping = keeping;
        this.signatures = signatures;
        this.secrets = secrets;
        this.meters = meters;
    }

    @GET
    @Operation(
            summary = "Answer X's challenge",
            description =
                    "X asks with `crc_token` whether the address is ours; the answer is signed with the app's consumer secret, or its client secret where it has none.")
    @APIResponse(responseCode = "200", description = "{\"response_token\": \"sha256=…\"}")
    @APIResponse(responseCode = "400", description = "`not-a-challenge` (problem+json)")
    @APIResponse(responseCode = "503", description = "`no-webhooks`: not configured here (problem+json)")
    public Map<String, String> challenge(@QueryParam("crc_token") @Nullable String crcToken) {
        beReady();
        if (crcToken == null || !Signature.isChallenge(crcToken)) {
            throw Problem.of(
                    400,
                    "not-a-challenge",
                    "This is no challenge of X's",
                    "Send crc_token: 1 to 256 letters, digits or any of + / = _ -.");
        }
        return Map.of("response_token", signatures.answer(crcToken));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Take a delivery of X's",
            description =
                    "The body is kept before it is answered and worked afterwards; the same event again does nothing.")
    @APIResponse(responseCode = "200", description = "Kept")
    @APIResponse(
            responseCode = "401",
            description = "`wrong-signature`: not X's, or not under our secret (problem+json)")
    @APIResponse(responseCode = "413", description = "More than 1 MB")
    @APIResponse(
            responseCode = "503",
            description = "`no-webhooks`: not configured here; `not-kept`: deliver it again (problem+json)")
    public Uni<Response> deliver(
            @HeaderParam(Signatures.BY_CONSUMER_SECRET) @Nullable String byConsumer,
            @HeaderParam(Signatures.BY_CLIENT_SECRET) @Nullable String byClient,
            byte @Nullable [] body) {
        beReady();
        byte[] bytes = body == null ? new byte[0] : body;
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(413, "too-large", "This is too large", "A delivery has 1 MB at most.");
        }
        if (!signatures.isRight(bytes, byConsumer, byClient)) {
            meters.counter("heed.ingestion.deliveries", "outcome", "unsigned").increment();
            throw Problem.of(
                    401,
                    "wrong-signature",
                    "This was not signed by X",
                    "x-twitter-webhooks-signature must be sha256= and the base64 of the HMAC-SHA256 of the body under the app's consumer secret (HEED_X_CONSUMER_SECRET), or x-twitter-webhooks-signature-oauth2 that under its client secret (HEED_X_CLIENT_SECRET).");
        }
        return keeping.keep(Delivery.of(bytes)).map(kept -> switch (kept) {
            case SAFE -> Response.ok(Map.of("kept", true)).build();
            case UNKNOWN, FULL ->
                throw Problem.of(
                        503,
                        "not-kept",
                        "This could not be kept in time",
                        "The database does not answer, or too much arrives at once. Deliver it again.");
        });
    }

    private void beReady() {
        if (!signatures.areKnown() || !secrets.canBeKept()) {
            throw Problem.of(
                    503,
                    "no-webhooks",
                    "Webhooks are not configured here",
                    !signatures.areKnown()
                            ? "HEED_X_CONSUMER_SECRET is not set, nor HEED_X_CLIENT_SECRET with HEED_X_WEBHOOK_URL, so nobody can tell whether X signed this. Polling does the work."
                            : Secrets.NO_KEY + ". Polling does the work.");
        }
    }
}
