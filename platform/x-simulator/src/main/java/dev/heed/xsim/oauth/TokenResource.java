package dev.heed.xsim.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.SimConfig;
import dev.heed.xsim.call.Calling;
import dev.heed.xsim.call.Endpoint;
import dev.heed.xsim.dialect.JsonText;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** X's token endpoint for the one client that there is. */
@Path("/2")
@Produces(MediaType.APPLICATION_JSON)
class TokenResource {

    private static final Issue.Refused NO_CLIENT =
            new Issue.Refused(401, "unauthorized_client", "Missing valid authorization header");

    private final GiveTokens giveTokens;
    private final SimConfig config;

    TokenResource(GiveTokens giveTokens, SimConfig config) {
        this.giveTokens = giveTokens;
        this.config = config;
    }

    @POST
    @Path("/oauth2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Calling(Endpoint.TOKEN)
    public Response token(
            @RestHeader("Authorization") @Nullable String authorization, MultivaluedMap<String, String> form) {
        return token(
                authorization, name -> Optional.ofNullable(form.getFirst(name)).orElse(""));
    }

    /** X takes JSON here too, against OAuth's letter; a widely used client relies on it. */
    @POST
    @Path("/oauth2/token")
    @Consumes(MediaType.APPLICATION_JSON)
    @Calling(Endpoint.TOKEN)
    public Response tokenOfJson(@RestHeader("Authorization") @Nullable String authorization, String body) {
        Optional<JsonNode> json = JsonText.object(body);
        return token(
                authorization,
                name -> json.map(object -> object.path(name).asText("")).orElse(""));
    }

    @POST
    @Path("/oauth2/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Calling(Endpoint.TOKEN)
    public Response revoke(
            @RestHeader("Authorization") @Nullable String authorization, MultivaluedMap<String, String> form) {
        if (!isClient(
                authorization, Optional.ofNullable(form.getFirst("client_id")).orElse(""))) {
            return refused(NO_CLIENT);
        }
        giveTokens.revoke(Optional.ofNullable(form.getFirst("token")).orElse(""));
        return Response.ok(JsonNodeFactory.instance.objectNode().put("revoked", true))
                .build();
    }

    private Response token(@Nullable String authorization, UnaryOperator<String> given) {
        if (!isClient(authorization, given.apply("client_id"))) {
            return refused(NO_CLIENT);
        }
        return switch (given.apply("grant_type")) {
            case "authorization_code" ->
                answer(giveTokens.forCode(
                        given.apply("code"), given.apply("redirect_uri"), given.apply("code_verifier")));
            case "refresh_token" -> answer(giveTokens.forRefresh(given.apply("refresh_token")));
            case "client_credentials" ->
                Response.ok(JsonNodeFactory.instance
                                .objectNode()
                                .put("token_type", "bearer")
                                .put("access_token", config.bearer()))
                        .build();
            default ->
                refused(new Issue.Refused(
                        400, "unsupported_grant_type", "Value passed for the grant type was invalid."));
        };
    }

    private static Response answer(Issue issue) {
        return switch (issue) {
            case Issue.Refused refused -> refused(refused);
            case Issue.Given given ->
                Response.ok(json(given)).header("Cache-Control", "no-store").build();
        };
    }

    private static ObjectNode json(Issue.Given given) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("token_type", "bearer").put("expires_in", given.seconds());
        answer.put("access_token", given.access()).put("scope", String.join(" ", given.scopes()));
        if (given.refresh() != null) {
            answer.put("refresh_token", given.refresh());
        }
        return answer;
    }

    private static Response refused(Issue.Refused refused) {
        return Response.status(refused.status())
                .entity(JsonNodeFactory.instance
                        .objectNode()
                        .put("error", refused.error())
                        .put("error_description", refused.description()))
                .build();
    }

    /** A client that has a secret shows it; one that has none says its name. */
    private boolean isClient(@Nullable String authorization, String named) {
        if (config.publicClient()) {
            return authorization == null && named.equals(config.clientId());
        }
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (config.clientId() + ":" + config.clientSecret()).getBytes(StandardCharsets.UTF_8));
        return expected.equals(authorization);
    }
}
