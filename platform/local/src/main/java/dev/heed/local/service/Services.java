package dev.heed.local.service;

import dev.heed.local.broker.Broker;
import dev.heed.local.build.Module;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import dev.heed.local.home.Surroundings;
import dev.heed.local.identity.Identity;
import dev.heed.local.part.Part;
import dev.heed.local.postgres.Databases;
import dev.heed.local.postgres.PostgresServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The four services, and the simulator of X, each with the settings that point it at the others. */
public final class Services {
    /** The services' names as parts, in the order of a mention's way. */
    public static final List<String> NAMES = List.of("ingestion", "routing", "reply", "audit");
    /** The simulator's name as a part. */
    public static final String SIMULATOR = "x-simulator";

    private static final Map<String, Module> AROUND =
            Map.of(SIMULATOR, Module.simulator(), CustomerRecords.NAME, Module.customerRecords());

    private final Home home;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final Broker broker;
    private final Identity identity;

    /** Of an installation, on the given parts. */
    public Services(Home home, Secrets secrets, PostgresServer postgres, Broker broker, Identity identity) {
        this.home = home;
        this.secrets = secrets;
        this.postgres = postgres;
        this.broker = broker;
        this.identity = identity;
    }

    /** The services as parts. */
    public List<Part> parts() {
        return NAMES.stream().map(this::service).toList();
    }

    /** The simulator as a part. What was posted to it is kept in a journal. */
    public Part simulator() {
        Map<String, String> environment = Map.of(
                "HEED_SIM_PORT", Integer.toString(home.ports().simulator()),
                "HEED_SIM_JOURNAL", home.of(SIMULATOR).resolve("journal").toString(),
                // as X would have them registered with the app
                "HEED_SIM_REDIRECT_URIS", callback("ingestion") + "," + callback("reply"));
        return new QuarkusProgram(
                home, SIMULATOR, Module.simulator(), home.ports().simulator(), Set.of(), environment);
    }

    /** Sample customer records, where X is simulated too and nobody's real ones are given by {@code HEED_CRM_URL}. */
    public Optional<CustomerRecords> customerRecords() {
        return new XPlatform(home).simulated()
                        && Surroundings.get("HEED_CRM_URL").isEmpty()
                ? Optional.of(new CustomerRecords(home))
                : Optional.empty();
    }

    /** What has to be built for some parts. */
    public List<Module> modules(List<Part> parts) {
        return parts.stream()
                .map(Part::name)
                .flatMap(name ->
                        NAMES.contains(name) ? Stream.of(Module.service(name)) : Stream.ofNullable(AROUND.get(name)))
                .toList();
    }

    private Part service(String name) {
        return new QuarkusProgram(
                home, name, Module.service(name), port(name), Set.of("postgres", "rabbitmq"), settings(name));
    }

    private String callback(String service) {
        return home.origin() + "/api/" + service + "/connections/callback";
    }

    private int port(String name) {
        return switch (name) {
            case "ingestion" -> home.ports().ingestion();
            case "routing" -> home.ports().routing();
            case "reply" -> home.ports().reply();
            case "audit" -> home.ports().audit();
            default -> throw new IllegalArgumentException(name);
        };
    }

    Map<String, String> settings(String name) {
        String database = "heed_" + name;
        Map<String, String> settings = new HashMap<>(new XPlatform(home).settings());
        settings.put("HEED_HTTP_PORT", Integer.toString(port(name)));
        settings.put("HEED_PG_HOST", postgres.host());
        settings.put("HEED_PG_PORT", Integer.toString(postgres.port()));
        settings.put("HEED_PG_DATABASE", database);
        settings.put("HEED_PG_USER", database);
        settings.put("HEED_PG_PASSWORD", Databases.password(secrets, database));
        settings.put("HEED_AMQP_HOST", broker.host());
        settings.put("HEED_AMQP_PORT", Integer.toString(broker.port()));
        settings.put("HEED_AMQP_USER", broker.user());
        settings.put("HEED_AMQP_PASSWORD", broker.password());
        settings.put("HEED_AMQP_VHOST", broker.vhost());
        settings.put("HEED_OIDC_URL", identity.url());
        settings.put("HEED_OIDC_ISSUER", identity.issuer());
        settings.put("HEED_PUBLIC_URL", home.origin());
        if (name.equals("ingestion")) {
            settings.putAll(new XPlatform(home).deliveries());
            customerRecords().ifPresent(records -> settings.put("HEED_CRM_URL", records.url()));
            for (String given : List.of("HEED_CRM_URL", "HEED_CRM_TOKEN")) {
                Surroundings.get(given).ifPresent(value -> settings.put(given, value));
            }
            settings.put("HEED_INGESTION_CALLBACK_URL", callback("ingestion"));
        }
        settings.put("HEED_SECRET_KEY", Surroundings.get("HEED_SECRET_KEY").orElseGet(() -> secrets.key("reply.key")));
        return settings;
    }
}
