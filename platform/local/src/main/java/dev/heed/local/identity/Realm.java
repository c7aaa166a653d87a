package dev.heed.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.home.Template;
import java.util.Map;

/** The realm {@code heed} as Keycloak imports it: roles, demo users, the gateway's client and the command line's. */
public final class Realm {
    /** Its name. */
    public static final String NAME = "heed";

    private Realm() {}

    /** The secret by which the gateway proves itself. */
    public static String gatewaySecret(Secrets secrets) {
        return secrets.password("keycloak.gateway-client");
    }

    /** The document to import. */
    static String document(Home home, Secrets secrets) {
        String text = Template.beside(Realm.class, "realm.json")
                .fill(Map.of("origin", home.origin(), "gatewaySecret", gatewaySecret(secrets)));
        ObjectMapper json = new ObjectMapper();
        try {
            ObjectNode realm = (ObjectNode) json.readTree(text);
            ArrayNode users = realm.putArray("users");
            DemoUser.ALL.forEach(user -> users.add(user(json, user)));
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
        } catch (JsonProcessingException e) {
            throw new HeedFailure("The realm's template is no JSON: " + e.getMessage(), e);
        }
    }

    private static ObjectNode user(ObjectMapper json, DemoUser user) {
        ObjectNode node = json.createObjectNode()
                .put("username", user.name())
                .put("enabled", true)
                .put("email", user.name() + "@heed.example")
                .put("emailVerified", true)
                .put("firstName", user.name())
                .put("lastName", "Demo");
        node.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", user.password())
                .put("temporary", false);
        ArrayNode roles = node.putArray("realmRoles");
        user.roles().forEach(roles::add);
        return node;
    }
}
